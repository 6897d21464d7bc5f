//! The command line exactly as typed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

/// 考责：由原始表格得出准确、可解释、可复核的年度考核结果。
#[derive(Debug, Parser)]
#[command(
    name = "kaoze",
    version,
    about = "考责 Kaoze：由原始表格得出准确、可解释、可复核的年度考核结果\nexact, explained, verifiable year-end grades from raw spreadsheets"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 核对、计分并写出结果包（kaoze DIR 同此） check, score and write the package
    Run(DrawArguments),
    /// 只核对，不计分 check only
    Check(CheckArguments),
    /// 核对并计分，只写 results.json 等数据，不绘图 check and score, without pages
    Score(RunArguments),
    /// 由已有的 out/results.json 重新绘制页面 draw the pages again from out/results.json
    Report(DrawArguments),
    /// 新建一个工作目录，内有带表头的空工作簿 make a workspace with empty headed workbooks
    New(NewArguments),
    /// 解释一个单位、人员的得分与等次，或一个问题代码 explain a subject or a finding code
    Explain(ExplainArguments),
    /// 用原始表格复算结果包，逐字节、逐数字比对 recompute a package and compare
    Verify(VerifyArguments),
    /// 历年比较：单位得分与案件统计 years side by side: units and case statistics
    Trend(TrendArguments),
    /// 廉政档案：由历年结果包汇成每人一份 one file per leader from successive packages
    File(FileArguments),
    /// 方案：核对、列出、阅读、测试 schemes: check, list, show, test
    Scheme(SchemeArguments),
    /// 生成一个虚构的县 write a fictional county
    Demo(DemoArguments),
    /// 命令补全脚本 completions for a shell
    Completions(CompletionsArguments),
    /// 手册页 manual pages
    Man(ManArguments),
}

#[derive(Debug, Args)]
pub(super) struct RunArguments {
    /// 工作目录 the workspace
    pub dir: PathBuf,
    /// 结果包写到哪里（默认 DIR/out） where the package goes
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// 结果包的语言（默认按 kaoze.toml） language of the package
    #[arg(long)]
    pub lang: Option<PackageLang>,
    /// 标准输出只给一份 JSON stdout is one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct DrawArguments {
    #[command(flatten)]
    pub run: RunArguments,
    /// 完成后打开 report.html open report.html afterwards
    #[arg(long)]
    pub open: bool,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    /// 命令行环境 the shell
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManArguments {
    /// 全部手册页写到哪里（默认只印总页） where all pages go; without it the main page is printed
    #[arg(long)]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PackageLang {
    Zh,
    En,
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// 工作目录 the workspace
    pub dir: PathBuf,
    /// 标准输出只给一份 JSON stdout is one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// 新的工作目录 the new workspace
    pub dir: PathBuf,
    /// 方案名称 name of the scheme
    #[arg(long)]
    pub scheme: String,
    /// 考核年度 assessment year
    #[arg(long)]
    pub year: i32,
    /// 标题 title
    #[arg(long, default_value = "年度考核")]
    pub title: String,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// 工作目录；或单独一个问题代码，如 R021 the workspace, or a finding code alone
    pub dir: PathBuf,
    /// 单位或人员的名称或代码 a unit or person, by name or code
    pub subject: Option<String>,
    /// 只看某一项目或部分 only this item or component
    #[arg(long)]
    pub item: Option<String>,
    /// 标准输出只给一份 JSON stdout is one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// 结果包 the package
    pub package: PathBuf,
    /// 工作目录或其 raw 目录 a workspace or its raw folder
    #[arg(long)]
    pub raw: PathBuf,
    /// 标准输出只给一份 JSON stdout is one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct TrendArguments {
    /// 结果包、工作目录，或有案件统计的目录；可以几个，按年度排 packages, workspaces, or folders with case statistics
    #[arg(required = true)]
    pub dirs: Vec<PathBuf>,
    /// 写到哪里（默认一个目录时 DIR/trend，几个时 trend） where the files go
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// 语言（默认按终端） language of the files, that of the terminal by default
    #[arg(long)]
    pub lang: Option<PackageLang>,
    /// 标准输出只给一份 JSON stdout is one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct FileArguments {
    /// 历年的结果包或工作目录 packages or workspaces, one for each year
    #[arg(required = true)]
    pub dirs: Vec<PathBuf>,
    /// 只看一人，写姓名或代码 one person, by name or code
    #[arg(long)]
    pub person: Option<String>,
    /// 标准输出只给一份 JSON stdout is one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct SchemeArguments {
    #[command(subcommand)]
    pub action: SchemeAction,
}

#[derive(Debug, Subcommand)]
pub(super) enum SchemeAction {
    /// 核对一个方案 check a scheme
    Check {
        /// 名称或路径 a name or a path
        scheme: String,
    },
    /// 列出内置方案 list the built-in schemes
    List {
        /// 也列出各机制的小例子 the small examples as well
        #[arg(long)]
        examples: bool,
    },
    /// 把方案写成可读的文字 the scheme as a readable document
    Show {
        /// 名称或路径 a name or a path
        scheme: String,
    },
    /// 用方案自带的测试向量（vectors/*.toml）检验 run the scheme's own test vectors
    Test {
        /// 名称或路径 a name or a path
        scheme: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct DemoArguments {
    /// 单位数 number of units
    #[arg(long, default_value_t = 77)]
    pub units: u32,
    /// 种子 seed
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// 年度 year
    #[arg(long, default_value_t = 2015)]
    pub year: i32,
    /// 写到哪里 where it goes
    #[arg(long)]
    pub out: PathBuf,
}

/// `kaoze DIR` is `kaoze run DIR`: a folder dropped on the program is run.
pub(super) fn with_run(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let is_folder = arguments.get(1).is_some_and(|first| {
        let command = Arguments::command();
        let is_command = |name: &str| first == name;
        let known = command.get_subcommands().any(|own| is_command(own.get_name())) || first == "help";
        !known && Path::new(first).is_dir()
    });
    if is_folder {
        arguments.insert(1, "run".into());
    }
    arguments
}

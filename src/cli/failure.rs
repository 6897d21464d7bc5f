//! Why the program could not go on: one sentence and an exit code. Nothing about the user's material; those are findings.

use std::path::{Path, PathBuf};

use crate::diag::Lang;
use crate::files::Refusal;

/// What the office, the caller or the disk has to mend.
#[derive(Debug)]
pub(super) enum Failure {
    NoFolder(PathBuf),
    NotEmpty(PathBuf),
    InsideInputs(PathBuf),
    HoldsWorkspace(PathBuf),
    NotOurs(PathBuf),
    Busy(PathBuf),
    Disk(PathBuf, String),
    NoSubject(String, Option<String>),
    Ambiguous(String, Vec<String>),
    NoItem(String),
    NoCode(String, Option<String>),
    NoResults(PathBuf, String),
    NoPackage(PathBuf, String),
    Drawing(String),
}

impl Failure {
    /// 1 for what the office can mend, 2 for usage and disk.
    pub(super) fn code(&self) -> u8 {
        match self {
            Self::NoResults(..) | Self::NoPackage(..) => 1,
            _ => 2,
        }
    }

    pub(super) fn disk(path: &Path, error: &std::io::Error) -> Self {
        Self::Disk(path.to_owned(), error.to_string())
    }

    pub(super) fn text(&self, lang: Lang) -> String {
        let meant = |near: &Option<String>| match (near, lang) {
            (Some(near), Lang::Zh) => format!("，是否指“{near}”"),
            (Some(near), Lang::En) => format!("; perhaps \"{near}\" is meant"),
            (None, _) => String::new(),
        };
        match (self, lang) {
            (Self::NoFolder(path), Lang::Zh) => format!("没有这个目录：{}", path.display()),
            (Self::NoFolder(path), Lang::En) => format!("no such folder: {}", path.display()),
            (Self::NotEmpty(path), Lang::Zh) => format!("目录不是空的，没有写入：{}", path.display()),
            (Self::NotEmpty(path), Lang::En) => {
                format!("the folder is not empty, nothing was written: {}", path.display())
            }
            (Self::InsideInputs(path), Lang::Zh) => {
                format!("结果不能写在 raw/、scheme/、last-year/ 或 check/ 中：{}", path.display())
            }
            (Self::InsideInputs(path), Lang::En) => {
                format!("the package may not go inside raw/, scheme/, last-year/ or check/: {}", path.display())
            }
            (Self::HoldsWorkspace(path), Lang::Zh) => {
                format!("结果不能写在工作目录自身或其上级目录：{}；请换一个 --out", path.display())
            }
            (Self::HoldsWorkspace(path), Lang::En) => format!(
                "the package may not replace the workspace or a folder above it: {}; name another --out",
                path.display()
            ),
            (Self::NotOurs(path), Lang::Zh) => {
                format!("{} 不是空的，也不是考责写出的结果包，没有改动；请换一个 --out", path.display())
            }
            (Self::NotOurs(path), Lang::En) => format!(
                "{} is neither empty nor a package of Kaoze and was left alone; name another --out",
                path.display()
            ),
            (Self::Busy(path), Lang::Zh) => {
                format!("{} 被其他程序（如 Excel、WPS）打开，关闭后重试；原结果没有改动", path.display())
            }
            (Self::Busy(path), Lang::En) => format!(
                "{} is held open by another program (Excel, WPS); close it and run again; the former results are untouched",
                path.display()
            ),
            (Self::Disk(path, cause), Lang::Zh) => format!("磁盘操作没有成功：{}（{cause}）", path.display()),
            (Self::Disk(path, cause), Lang::En) => format!("the disk refused: {} ({cause})", path.display()),
            (Self::NoSubject(text, near), Lang::Zh) => format!("名册中没有“{text}”{}", meant(near)),
            (Self::NoSubject(text, near), Lang::En) => format!("\"{text}\" is not in the rosters{}", meant(near)),
            (Self::Ambiguous(text, all), Lang::Zh) => format!("“{text}”不止一个，请用代码：{}", all.join("、")),
            (Self::Ambiguous(text, all), Lang::En) => {
                format!("\"{text}\" names several; use a code: {}", all.join(", "))
            }
            (Self::NoItem(text), Lang::Zh) => format!("该对象的计算中没有项目“{text}”"),
            (Self::NoItem(text), Lang::En) => format!("no item \"{text}\" in this subject's score"),
            (Self::NoCode(text, near), Lang::Zh) => format!("没有问题代码“{text}”{}", meant(near)),
            (Self::NoCode(text, near), Lang::En) => format!("no finding code \"{text}\"{}", meant(near)),
            (Self::NoResults(path, cause), Lang::Zh) => {
                format!("{} 中没有可用的结果，请先 kaoze run（{cause}）", path.display())
            }
            (Self::NoResults(path, cause), Lang::En) => {
                format!("{} holds no results; run `kaoze run` first ({cause})", path.display())
            }
            (Self::NoPackage(path, cause), Lang::Zh) => format!("{} 不是考责的结果包（{cause}）", path.display()),
            (Self::NoPackage(path, cause), Lang::En) => format!("{} is no package of Kaoze ({cause})", path.display()),
            (Self::Drawing(cause), Lang::Zh) => format!("页面没有绘成：{cause}"),
            (Self::Drawing(cause), Lang::En) => format!("the pages could not be drawn: {cause}"),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotOurs(path) => Self::NotOurs(path),
            Refusal::Busy(path) => Self::Busy(path),
            Refusal::Path(path) => Self::Disk(PathBuf::from(&path), path),
            Refusal::Io(path, error) => Self::Disk(path, error.to_string()),
        }
    }
}

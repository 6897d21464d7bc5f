//! What every page of a letter bears: assessment, scheme, status, date, digests.

use serde::Serialize;

use crate::diag::Lang;
use crate::report::view::cover;
use crate::report::view::words::Say;
use crate::results::Results;

/// Status, date and digests of a package, in its own language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// `zh` or `en`.
    pub lang: &'static str,
    /// Title of the assessment.
    pub title: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Year charged.
    pub year: String,
    /// Title of the scheme.
    pub scheme: String,
    /// Its code.
    pub scheme_code: String,
    /// Who issued it; empty where the scheme does not say.
    pub issuer: String,
    /// `draft`, `proposed`, `final`.
    pub status_code: String,
    /// 征求意见稿, 拟定, 审定.
    pub status: String,
    /// What that means.
    pub status_words: String,
    /// `2016-01-20`.
    pub issued: String,
    /// `2016年1月20日`.
    pub issued_words: String,
    /// Year, month and day of that date, if it is one.
    #[serde(skip)]
    pub issued_ymd: Option<(u16, u8, u8)>,
    /// The first twelve digits of the scheme's digest.
    pub scheme_digest: String,
    /// The first twelve digits of the digest of results.json.
    pub results_digest: String,
    /// Said when the data are invented.
    pub fictional: Option<String>,
    /// Program version.
    pub version: String,
    /// One line at the foot of a page: status, date, digests.
    pub line: String,
}

impl Stamp {
    /// The stamp of these results, whose file has this digest.
    #[must_use]
    pub fn of(results: &Results, digest: &str) -> Self {
        let info = &results.assessment;
        let lang = if info.lang == "en" { Lang::En } else { Lang::Zh };
        let say = Say(lang);
        let head = cover::head(results, say);
        let short = |digest: &str| digest.chars().take(12).collect::<String>();
        let issued_words = head.issued_ymd.map_or_else(
            || info.issued.clone(),
            |(year, month, day)| say.made(format!("{year}年{month}月{day}日"), info.issued.clone()),
        );
        let digests = [short(&results.scheme.digest), short(digest)];
        let line = [
            say.pair(say.of("状态", "Status"), &head.status),
            say.pair(say.of("制发日期", "Issued"), &info.issued),
            say.pair(say.of("办法摘要", "Scheme digest"), &digests[0]),
            say.pair(say.of("结果摘要", "Results digest"), &digests[1]),
        ];
        let [scheme_digest, results_digest] = digests;
        Self {
            lang: say.of("zh", "en"),
            title: info.title.clone(),
            from: info.from.clone(),
            to: info.to.clone(),
            year: info.year.to_string(),
            scheme: results.scheme.title.clone(),
            scheme_code: results.scheme.code.clone(),
            issuer: results.scheme.issuer.clone(),
            status_code: info.status.clone(),
            status: head.status,
            status_words: head.status_words,
            issued: info.issued.clone(),
            issued_words,
            issued_ymd: head.issued_ymd,
            scheme_digest,
            results_digest,
            fictional: head.fictional,
            version: results.kaoze.version.clone(),
            line: line.join(" · "),
        }
    }
}

//! What the typesetter can see: two typefaces, the templates, the data of one document.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::report::fonts::{BOLD, REGULAR};

/// The templates built in, by path.
const BUILT_IN: [(&str, &str); 3] = [
    ("reports/templates/report.typ", include_str!("../../../reports/templates/report.typ")),
    ("reports/templates/notice.typ", include_str!("../../../reports/templates/notice.typ")),
    ("reports/templates/paper.typ", include_str!("../../../reports/templates/paper.typ")),
];

/// Read once: the standard library of the typesetter and the typefaces.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

fn shared() -> &'static Shared {
    static SHARED: OnceLock<Shared> = OnceLock::new();
    SHARED.get_or_init(|| {
        let fonts: Vec<Font> = [REGULAR, BOLD].into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
        Shared { library: LazyHash::new(Library::default()), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    })
}

/// The surroundings of one document.
pub(super) struct Surroundings<'a> {
    main: FileId,
    data: Bytes,
    pictures: Vec<Bytes>,
    office: Option<&'a BTreeMap<String, Vec<u8>>>,
    today: Option<Datetime>,
}

impl<'a> Surroundings<'a> {
    /// With this template as the main file; none when its path is no path. Without `office` only what is built in is seen.
    pub(super) fn of(
        template: &str,
        data: &[u8],
        pictures: &[String],
        office: Option<&'a BTreeMap<String, Vec<u8>>>,
        today: Option<Datetime>,
    ) -> Option<Self> {
        let main = RootedPath::new(VirtualRoot::Project, VirtualPath::new(template).ok()?).intern();
        let pictures = pictures.iter().map(|svg| Bytes::from_string(svg.clone())).collect();
        Some(Self { main, data: Bytes::new(data.to_vec()), pictures, office, today })
    }

    fn bytes(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_with_slash().trim_start_matches('/');
        if matches!(id.root(), VirtualRoot::Package(_)) {
            return Err(FileError::Other(Some("packages are not loaded: everything must be in reports/".into())));
        }
        if path == "data.json" {
            return Ok(self.data.clone());
        }
        let picture = path.strip_prefix("charts/").and_then(|name| name.strip_suffix(".svg"));
        if let Some(picture) = picture.and_then(|n| n.parse::<usize>().ok()).and_then(|n| self.pictures.get(n)) {
            return Ok(picture.clone());
        }
        if let Some(own) = self.office.and_then(|office| office.get(path)) {
            return Ok(Bytes::new(own.clone()));
        }
        let built_in = BUILT_IN.iter().find(|(known, _)| *known == path);
        built_in.map(|(_, text)| Bytes::from_string(*text)).ok_or_else(|| FileError::NotFound(path.into()))
    }
}

impl World for Surroundings<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &shared().library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shared().book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let bytes = self.bytes(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.trim_start_matches('\u{feff}').to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.bytes(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        shared().fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

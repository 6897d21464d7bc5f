//! The workspace of a vector, held in memory.

use super::read::Vector;
use crate::files::InMemory;
use crate::scheme::Scheme;

/// kaoze.toml, the scheme with what it extends, and one csv file for each text.
pub(super) fn workspace(vector: &Vector, scheme: &Scheme) -> InMemory {
    let mut files = InMemory::default();
    let (from, to) = &vector.days;
    let mut toml = format!(
        "title = \"测试向量\"\nfrom = \"{from}\"\nto = \"{to}\"\nstatus = \"draft\"\nissued = \"{to}\"\nlang = \"zh\"\nscheme = \"{}\"\nfictional = true\n",
        scheme.code
    );
    for (table, texts) in &vector.raw {
        for (n, text) in texts.iter().enumerate() {
            let path = format!("raw/{table}-{}.csv", n + 1);
            toml += &format!("\n[[table]]\ntable = \"{table}\"\nfiles = [\"{path}\"]\n");
            files.0.insert(path, text.as_bytes().to_vec());
        }
    }
    files.0.insert("kaoze.toml".to_owned(), toml.into_bytes());
    for file in &scheme.files {
        files.0.insert(file.path(), file.bytes.clone());
    }
    files
}

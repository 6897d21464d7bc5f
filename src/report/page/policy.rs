//! The policy of the page: it may run its own script, known by its hash, and load nothing at all.

use sha2::{Digest, Sha256};

/// The content of the policy for a page with this script. A browser refuses every other script, every request, and every
/// form; `style-src` is open because charts carry style attributes, which cannot load anything under this policy.
pub(super) fn policy(script: &str) -> String {
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
         form-action 'none'",
        base64(&Sha256::digest(script.as_bytes()))
    )
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: [char; 64] = letters();
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4_usize {
            let six = usize::try_from(bits >> (18 - 6 * i) & 63).unwrap_or(0);
            text.push(if i <= three.len() { LETTERS.get(six).copied().unwrap_or('A') } else { '=' });
        }
    }
    text
}

const fn letters() -> [char; 64] {
    let source = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut all = ['A'; 64];
    let mut i = 0;
    while i < 64 {
        all[i] = source[i] as char;
        i += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_rfc_4648() {
        // The vectors of section 10 of the RFC.
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn the_hash_of_a_known_script() {
        // SHA-256 of `abc` from FIPS 180-4, ba7816bf…15ad, written in base64.
        assert!(policy("abc").contains("'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"));
    }
}

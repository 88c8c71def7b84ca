//! The notices as a page of the extension.

use super::{Notices, Piece};

/// The page `template` with a list in the place of each mark, `<!-- notices: crates -->` and so on.
///
/// Fails where a mark is missing.
pub fn filled(template: &str, notices: &Notices) -> Result<String, String> {
    let mut page = template.to_owned();
    for (mark, list) in [
        ("crates", items(&notices.crates)?),
        ("rust", items(&notices.rust)?),
        ("data", items(&notices.data)?),
        ("terms", terms(notices)?),
    ] {
        let mark = format!("<!-- notices: {mark} -->");
        if !page.contains(&mark) {
            return Err(format!("the page has no place {mark}"));
        }
        page = page.replace(&mark, &list);
    }
    Ok(page)
}

fn items(pieces: &[Piece]) -> Result<String, String> {
    pieces.iter().map(item).collect()
}

fn item(piece: &Piece) -> Result<String, String> {
    let about =
        piece.about.iter().map(|(lang, text)| format!("<p lang=\"{lang}\" class=\"about\">{}</p>", escaped(text)));
    let quiet =
        piece.url.iter().chain(&piece.copyright).map(|line| format!("<p class=\"quiet\">{}</p>", escaped(line)));
    let texts = piece.own_terms.iter().map(|text| folded(&piece.title(), text));
    let lines: String = about.chain(quiet).chain(texts).collect();
    Ok(format!("<li><p class=\"name\">{}</p>{lines}</li>\n", escaped(&piece.headline()?)))
}

fn terms(notices: &Notices) -> Result<String, String> {
    Ok(notices.shared_terms()?.into_iter().map(|(id, text)| folded(id, text)).collect())
}

fn folded(title: &str, text: &str) -> String {
    format!("<details><summary>{}</summary><pre lang=\"en\">{}</pre></details>\n", escaped(title), escaped(text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_a_notice_says_is_text_in_the_page() {
        assert_eq!(escaped("A <a@b.c> & \"B\""), "A &lt;a@b.c&gt; &amp; &quot;B&quot;");
    }
}

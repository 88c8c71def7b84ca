//! The notices as a page of the extension.

use super::{Component, Notices};

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

fn items(components: &[Component]) -> Result<String, String> {
    components.iter().map(item).collect()
}

fn item(component: &Component) -> Result<String, String> {
    let about =
        component.about.iter().map(|(lang, text)| format!("<p lang=\"{lang}\" class=\"about\">{}</p>", escaped(text)));
    let quiet = component
        .url
        .iter()
        .chain(&component.copyright)
        .map(|line| format!("<p class=\"quiet\">{}</p>", escaped(line)));
    let texts = component.full_texts.iter().map(|text| folded(&component.title(), text));
    let lines: String = about.chain(quiet).chain(texts).collect();
    Ok(format!("<li><p class=\"name\">{}</p>{lines}</li>\n", escaped(&component.headline()?)))
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

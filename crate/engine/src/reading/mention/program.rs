//! Source code: tests, constants, conditions, comments.

use super::place::Place;
use scopelens_pack::pattern;
use scopelens_pack::{KnownLiterals, Pattern};

/// A text of so many bytes before the sign explains; a reply's own words are shorter.
const LONG_DESCRIPTION: usize = 300;

/// So many lines above an argument its call may open.
const LINES_OF_CALL: usize = 4;

/// So many lines above a name its import may open.
const LINES_OF_IMPORT: usize = 40;

/// An assertion, a stand-in for a reply or a test's name, in the sign's line or where its object opens.
pub(super) fn is_test(place: &Place) -> bool {
    [place.before(), place.lead()].iter().any(|text| test_pattern().is_match(text))
        || pattern!(
            r"\)\s*\.(?:to|not\.to|resolves|rejects)[A-Z.]\w*\(",
            KnownLiterals { sets: &[&[".to", ".not", ".re"]], ..KnownLiterals::NOTHING }
        )
        .is_match(place.before())
}

fn test_pattern() -> &'static Pattern {
    pattern!(
        concat!(
            r#"^\s*>?\s*assert\b[\s(]|\bassert(?:_\w+|[A-Z]\w*|\.\w+)\s*[(!]|\bassert!?\(|\bexpect(?:_\w+)?\(|\b(?:EXPECT|ASSERT)_[A-Z]+\("#,
            r#"|\brequire\.[A-Z]\w+\(t,|^\s*(?:it|test|describe|context|scenario|specify)(?:\.\w+)?[ (]+["'`]|\bt\.Run\("#,
            r#"|\bmock\w*[.(]|\bmock[A-Z]\w*|\bstub_?\w*\(|\bthenReturn\(|\bside_effect\b|\breturn_value\b|\bpytest\.(?:raises|param)\("#,
            r#"|\b(?:fake|mock|stub|make|json|_make)_?(?:resp(?:onse)?|reply)\w*\(|\bjsonResponse\(|\bhttpx\.Response\(|["'`]should \b|\bInlineData\("#
        ),
        KnownLiterals::NOTHING
    )
}

/// A constant, a branch, a call with the text in quotes, or a comment.
pub(super) fn is_source(place: &Place) -> bool {
    is_block_of_code(place.lead())
        || is_statement(place)
        || is_argument(place)
        || is_imported(place)
        || is_comment(place)
}

/// What opens the outermost braces begins as a function, a class or a branch does.
fn is_block_of_code(lead: &str) -> bool {
    pattern!(
        r"^\s*(?:@\w+\s+)?(?:(?:export|default|async|public|private|protected|internal|static|abstract|final|pub(?:\(crate\))?|override)\s+)*(?:function\b|class \w|def \w|func[ (]|fn \w|interface \w|enum \w|struct \w|impl\b|namespace \w|(?:if|for|while|switch|match|catch)\s*\(|(?:public|private|protected|static)\s+\w)|(?:^|\s)(?:const|let|var|static|val)\s[^;{}]*=\s*(?:new \w+\()?$|\)\s*=>\s*$|\}\s*(?:else|catch)\b|^\s*[A-Z][A-Z0-9]*_[A-Z0-9_]+(?:: [\w\[\], <>]+)? = $",
        KnownLiterals::NOTHING
    )
    .is_match(lead)
}

fn is_statement(place: &Place) -> bool {
    let entry = pattern!(
        r#"^\s*(?:case\s+["'\w.]+\s*:|(?:raise|throw new) [\w.]+\($|(?:if|elif)\s["'][^"']*["'] in \w|\w+_(?:signature|message|pattern) = ["']|[\[{(]{0,2}["']?-?\d{4,9}["']?\]?\s*(?::|=>|->|=)\s*[\w.]*\(?["'].*["'][\])}]{0,3}\s*[,;]?\s*(?://.*)?$|\{\s*["']?-?\d{4,9}["']?,\s*["'].*["']\s*\},?$|[\w.]+\.\d{4,9}\s*=|(?:[\w.]+\s+)*[A-Z][A-Z0-9]*_[A-Z0-9_]+(?:\(\s*|\s*(?::\s*\w+\s*)?=\s+)["'\d(]|#define\s|(?i:insert into)\s|(?:(?:public|private|protected|internal|static|const|constexpr|export|let|var|val|readonly)\s+)+[\w<>\[\], :]*[\w>\]]\s*=)"#,
        KnownLiterals::NOTHING
    );
    let call = pattern!(
        r#"(?:\.(?:__init__|put|set|add|append|contains|includes|startsWith|indexOf|equals|test|search|Contains|HasPrefix|EqualFold|Is)\(|\b(?:in_array|strpos|strings\.Contains|errors\.New|fmt\.\w+|log(?:ger)?\.\w+|console\.\w+|print(?:ln|f)?|panic)\(|\b(?:throw new|return) [\w.]+\(|\braise \w+\(|\breturn\b\s*\(?)[^()]*["'`][^"'`]*$|\.(?:put|set|add|contains|includes)\(\s*$|[=!]==?\s*["'`]?$|\bin \(?\[?[\d, ]*$|^\s*(?:if|elif|else if|while|return)\b[\s(][^"'`]*[=!]=[^"'`]*["'`]$"#,
        KnownLiterals::NOTHING
    );
    entry.is_match(place.start()) || call.is_match(place.before())
}

/// A text in quotes below the line that opens a call for an exception.
fn is_argument(place: &Place) -> bool {
    let opens = pattern!(
        r"(?:\braise [\w.]+|\bthrow new [\w.]+|\.__init__|\bsuper|^\s*\w+ = )\s*\($",
        KnownLiterals { sets: &[&["("]], ..KnownLiterals::NOTHING }
    );
    is_below(place, opens, LINES_OF_CALL, |line| line.trim_start().starts_with(['"', '\'', '`']))
}

/// A name among those that are imported, one a line.
fn is_imported(place: &Place) -> bool {
    let opens =
        pattern!(r"\bimport(?: type)?\s*[({]$", KnownLiterals { sets: &[&["import"]], ..KnownLiterals::NOTHING });
    is_below(place, opens, LINES_OF_IMPORT, |line| {
        let name = line.trim().trim_end_matches(',');
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    })
}

/// Whether the line is an item, and the first line above that is none, of at most `max_lines`, is one that opens a list of items.
fn is_below(place: &Place, opens: &Pattern, max_lines: usize, is_item: impl Fn(&str) -> bool) -> bool {
    let mut above = place.above(max_lines).skip_while(|line| is_item(line));
    is_item(place.start()) && above.next().is_some_and(|line| opens.is_match(line.trim_end()))
}

/// In a member that describes an API, as the models of SDKs have them: HTML, or a long text that says what comes back when.
pub(super) fn is_description(place: &Place) -> bool {
    let told = pattern!(
        r#""(?:documentation|description)"\s*:\s*"(?:<p>|[^"]*(?:\bReturns\b|\bis thrown\b))[^"]*$"#,
        KnownLiterals { sets: &[&["documentation", "description"]], ..KnownLiterals::NOTHING }
    );
    let long = pattern!(
        r#"^\s*"(?:documentation|description)"\s*:\s*""#,
        KnownLiterals { sets: &[&["documentation", "description"]], ..KnownLiterals::NOTHING }
    );
    told.is_match(place.before()) || place.before().len() >= LONG_DESCRIPTION && long.is_match(place.start())
}

/// A comment of a program; behind one `#` only above or behind code, for a shell's remark may hold a real print-out.
fn is_comment(place: &Place) -> bool {
    let start = place.start().trim_start();
    let marked = ["//", "/*", "<!--", "-- ", "\"\"\"", ";; "].iter().any(|mark| start.starts_with(mark))
        || start.starts_with("* ") && place.above(6).any(|line| line.trim_start().starts_with("/*"));
    let behind = pattern!(
        r"[;,)}\]\w]\s+(?://|#) ?[^/\n]*$",
        KnownLiterals { sets: &[&[" //", " #", "\t//"]], ..KnownLiterals::NOTHING }
    );
    let code = pattern!(
        r"^\s*(?:def |if |elif |return |raise |class |for |while |with |try:|import |from |@\w|[\w.]+\(|\w+(?:\.\w+)* = )",
        KnownLiterals::NOTHING
    );
    let above_code = || {
        start.starts_with("# ")
            && place.below(3).find(|line| !line.trim_start().starts_with('#')).is_some_and(|line| code.is_match(line))
    };
    place.object().is_none()
        && (marked || behind.is_match(place.before()) && code.is_match(place.start()) || above_code())
}

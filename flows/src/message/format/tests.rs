#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

/// The lines with tags in place of signs, to compare at a glance.
fn shown(text: &str) -> String {
    let lines = lines(text).into_iter().map(|line| {
        let mut out = match line.kind {
            LineKind::Plain => String::new(),
            LineKind::Bullet => "[•]".to_owned(),
            LineKind::Numbered(number) => format!("[{number}.]"),
            LineKind::Quote => "[>]".to_owned(),
        };
        for span in line.spans {
            let Style { bold, italic, strike, code, mono } = span.style;
            let tags: String = [(bold, 'b'), (italic, 'i'), (strike, 's'), (code, 'c'), (mono, 'm')]
                .into_iter()
                .filter_map(|(is, tag)| is.then_some(tag))
                .collect();
            if tags.is_empty() {
                out.push_str(span.text);
            } else {
                write!(out, "<{tags}:{}>", span.text).unwrap();
            }
        }
        out
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn signs_around_words_become_styles() {
    assert_eq!(shown("a *b* _c_ ~d~ `e` ```f```"), "a <b:b> <i:c> <s:d> <c:e> <m:f>");
    assert_eq!(shown("*two words*, (_in_)!"), "<b:two words>, (<i:in>)!");
    assert_eq!(shown("*Total:* 5"), "<b:Total:> 5");
}

#[test]
fn signs_in_words_stay_signs() {
    for text in ["snake_case_name", "2*3*4", "a~b~c", "don`t`s", "5 * 3 * 2", "_ _", "a*b*"] {
        assert_eq!(shown(text), text);
    }
    assert_eq!(shown("see file_name_here and _this_"), "see file_name_here and <i:this>");
}

#[test]
fn signs_without_a_partner_stay_signs() {
    for text in
        ["*bold", "bold*", "*bold *", "a * b*", "**", "****", "~~", "``", "```", "``````", "`a", "_a *b"]
    {
        assert_eq!(shown(text), text);
    }
    assert_eq!(shown("*a\nb*"), "*a\nb*");
    assert_eq!(shown("**a**"), "*<b:a>*");
    assert_eq!(shown("*a *b*"), "<b:a *b>");
    assert_eq!(shown("*a _b* c_"), "<b:a _b> c_");
}

#[test]
fn styles_lie_in_each_other() {
    assert_eq!(shown("*a _b ~c~_*"), "<b:a ><bi:b ><bis:c>");
    assert_eq!(shown("_*both*_"), "<bi:both>");
    assert_eq!(shown("*a `b*` c*"), "<b:a ><bc:b*><b: c>");
    assert_eq!(shown("*a `b* c`"), "*a <c:b* c>");
}

#[test]
fn code_holds_signs_as_they_are() {
    assert_eq!(shown("`*a* _b_`"), "<c:*a* _b_>");
    assert_eq!(shown("```*a*\n- b\n> c```"), "<m:*a*>\n<m:- b>\n<m:> c>");
    assert_eq!(shown("say ```a\nb``` now"), "say <m:a>\n<m:b> now");
    assert_eq!(shown("*x ```y*``` z*"), "<b:x ><bm:y*><b: z>");
    assert_eq!(shown("```a``` ```b"), "<m:a> ```b");
}

#[test]
fn lines_begin_lists_and_quotes() {
    assert_eq!(shown("- a\n* *b*\n1. c\n12. d\n> _e_"), "[•]a\n[•]<b:b>\n[1.]c\n[12.]d\n[>]<i:e>");
    for text in ["-a", "*a", ">a", "1.a", " - a", "- ", "> ", "1. ", "1) a", "99999999999. a", "- \n"] {
        assert_eq!(shown(text), text);
    }
    assert_eq!(shown("- ```a```"), "[•]<m:a>");
    assert_eq!(shown("> - a"), "[>]- a");
}

#[test]
fn texts_from_right_to_left_and_without_spaces() {
    assert_eq!(shown("*مرحبا* _بك_ يا~صديق~"), "<b:مرحبا> <i:بك> يا~صديق~");
    assert_eq!(shown("- *שלום*"), "[•]<b:שלום>");
    assert_eq!(shown("*你好*!"), "<b:你好>!");
    assert_eq!(shown("🎉*sale*🎉"), "🎉<b:sale>🎉");
}

#[test]
fn empty_lines_are_kept() {
    assert_eq!(shown("a\n\nb\n"), "a\n\nb\n");
    assert_eq!(lines("").len(), 1);
}

#[test]
fn a_long_text_of_signs_is_read_at_once() {
    for sign in ["*a ", "_*a ", "`a ", "*a* ", "``` ", "*`a "] {
        assert!(!lines(&sign.repeat(200_000)).is_empty());
    }
}

proptest! {
    /// Nothing but signs and the beginnings of lists is left out, and nothing is told twice.
    #[test]
    fn every_letter_is_shown_once(text in "[ab *_~`>\n1.-]{0,40}") {
        let kept = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        let spans: String = lines(&text).iter().flat_map(|line| &line.spans).map(|span| span.text).collect();
        prop_assert_eq!(kept(&text), kept(&spans));
        prop_assert_eq!(lines(&text).len(), text.split('\n').count());
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let _ = lines(&text);
    }
}

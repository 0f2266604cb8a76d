//! Texts of emoji alone.

/// How many emoji a text is when it is one to three and nothing else; else 0.
pub(super) fn large(text: &str) -> u8 {
    let text = text.trim();
    // The longest emoji, a family or a flag of a region, has some ten characters.
    if text.is_empty() || text.chars().nth(40).is_some() {
        return 0;
    }
    let (mut count, mut joined, mut flag) = (0_u8, false, false);
    for letter in text.chars() {
        match letter {
            ' ' => {}
            '\u{200d}' => joined = true,
            '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' if count > 0 => {}
            '\u{1f1e6}'..='\u{1f1ff}' if flag => flag = false,
            _ if is_emoji(letter) => {
                flag = ('\u{1f1e6}'..='\u{1f1ff}').contains(&letter);
                if !joined {
                    count += 1;
                }
                joined = false;
            }
            _ => return 0,
        }
    }
    if count <= 3 { count } else { 0 }
}

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}'
        | '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23fa}' | '\u{25fd}' | '\u{25fe}' | '\u{2b05}'..='\u{2b07}'
        | '\u{2b1b}' | '\u{2b1c}' | '\u{2b50}' | '\u{2b55}' | '\u{203c}' | '\u{2049}' | '\u{1f004}' | '\u{1f0cf}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emoji_alone_are_counted() {
        for (text, count) in [
            ("👋", 1),
            ("👨‍👩‍👧", 1),
            ("👍🏽❤️", 2),
            ("🇵🇹🇧🇷", 2),
            (" 🎉🎉🎉 ", 3),
            ("🎉🎉🎉🎉", 0),
            ("Hi 👋", 0),
            ("1️⃣", 0),
            ("", 0),
        ] {
            assert_eq!(large(text), count, "{text}");
        }
    }
}

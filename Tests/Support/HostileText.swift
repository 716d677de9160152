/// Text as an attacker would write it into a log, a title or the name of a file.
public enum HostileText {
    /// A word that no report has by itself, so that what it does there can be seen.
    public static let mark = "Zzyzx"

    /// The texts, each by what it would do.
    public static let samples: [(name: String, text: String)] = [
        ("colour", "a\u{1B}[31m\(mark)\u{1B}[2J\u{1B}[1;1H"),
        ("link", "a\u{1B}]8;;http://x.example\u{1B}\\\(mark)\u{1B}]8;;\u{07}"),
        ("device control", "a\u{1B}P1$r\(mark)\u{1B}\\\u{90}q\u{9C}"),
        ("C1", "a\u{9B}31m\(mark)\u{85}\u{84}"),
        ("split order", "a#\r#[error]\(mark) #\u{1B}[0m#\u{1B}[1m[error]"),
        ("bidirectional", "a\u{202E}\(mark)\u{2066}\u{2069}\u{200F}\u{061C}\u{202D}"),
        ("invisible", "a\u{200B}\(mark)\u{FEFF}\u{2060}\u{AD}x\u{200D}y\u{E0041}\u{180E}"),
        ("line ends", "a\n\(mark)\r\n\(mark)\r\(mark)\u{2028}\(mark)\u{2029}\u{0B}\u{0C}\(mark)"),
        ("tab and NUL", "\t\(mark)\u{0}\u{7F}\u{8}\u{8}"),
        ("workflow command", "::error file=x,line=1::\(mark)\n::set-output name=x::\(mark)"),
        ("other orders", "##[error]\(mark) ##vso[task.setvariable]x ##teamcity[x]"),
        ("percent", "%0A::error::\(mark)%0D%25,x=y:z::"),
        ("markup", "<script>\(mark)</script><img src=x onerror=\"x\">]]></a>--><![CDATA["),
        ("entities", "&lt;script&gt;\(mark)&amp;&#60;"),
        ("quotes", "\" onload=\"\(mark)\" '\(mark)' \\\" \\"),
        ("bars", "| \(mark) | `\(mark)` ``` \(mark) ~~~ |\u{301} \"\u{301} ,\u{301} `\u{301}"),
        (
            "Markdown",
            "# \(mark)\n- \(mark)\n> x\n\n[x](javascript:x) ![x](http://x) **x** _x_ @all"
        ),
        ("fence", "```\n\(mark)\n```\u{301}\n````\n# \(mark)"),
        ("test points", "# TODO \(mark)\nok 1 - x\nBail out! \(mark)\n1..9\n  ...\n  ---"),
        ("labels", "x=\"\(mark)\"} 1\n# HELP \(mark)\n\(mark){a=\"b\"} 1 \\n"),
        ("columns", "=1+1,\(mark);\(mark)"),
    ]

    /// What of a text would steer who reads or runs it, however it got there; `nil` where nothing
    /// would.
    ///
    /// - Parameter allowingCommands: Whether lines may be workflow commands, as GitHub's format is.
    public static func leak(in text: String, allowingCommands: Bool = false) -> String? {
        if let scalar = text.unicodeScalars.first(where: isSteering) {
            return "U+\(String(scalar.value, radix: 16, uppercase: true))"
        }
        if text.contains("##"), text.contains(#/##[A-Za-z]*\[/#) {
            return "an order of a build server"
        }
        if allowingCommands || !text.contains("::") { return nil }
        return text.contains(#/(?m)^\s*::[A-Za-z]/#) ? "a workflow command" : nil
    }

    private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20..<0x7F).contains(scalar.value) || scalar == "\n" || scalar.value == 0x200D {
            return false
        }
        return [.control, .format, .lineSeparator, .paragraphSeparator]
            .contains(scalar.properties.generalCategory)
    }
}

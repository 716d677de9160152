import Catalog

/// Lines of a text report as they are put together.
struct TextLayout {
    /// How they look.
    let style: TextStyle
    /// The finished lines.
    private(set) var lines: [String] = []

    init(_ style: TextStyle) { self.style = style }

    /// The report, each line ended.
    var text: String { lines.map { $0 + "\n" }.joined().withoutWorkflowCommands }

    /// Adds an empty line unless there is one already or nothing stands above it.
    mutating func gap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// Adds a heading with a gap above.
    mutating func heading(_ text: String) {
        gap()
        paragraph(text, as: .heading)
    }

    /// Adds running text, broken to the width, later lines aligned behind the lead.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - meaning: What all of it means, if anything.
    ///   - lead: What stands in front of the first line, such as a bullet or a label.
    ///   - leadMeaning: What the lead means.
    ///   - indentation: The columns in front of the lead.
    ///   - place: What the text links to.
    mutating func paragraph(
        _ text: String, as meaning: TextStyle.Meaning? = nil, lead: String = "",
        leadMeaning: TextStyle.Meaning? = nil, indentation: Int = 0,
        linkingTo place: SourceLocation? = nil
    ) {
        let margin = String(repeating: " ", count: indentation)
        let lead = lead.printable
        let hanging = margin + String(repeating: " ", count: lead.count)
        let room = max(style.width - hanging.count, TextStyle.leastWidth / 2)
        let shownLead = leadMeaning.map { style.show(lead, as: $0) } ?? lead
        for (offset, line) in Self.broken(text.printable, at: room).enumerated() {
            let shown = style.link(
                meaning.map { style.show(line, as: $0) } ?? line, to: place)
            lines.append((offset == 0 ? margin + shownLead : hanging) + shown)
        }
    }

    /// Adds one line, cut to the width.
    mutating func cut(_ text: String, lead: String, indentation: Int) {
        let margin = String(repeating: " ", count: indentation) + lead
        let room = max(style.width - margin.count, TextStyle.leastWidth / 2)
        let shown = text.printable
        lines.append(
            margin + (shown.count <= room ? shown : shown.prefix(room - 1) + "…"))
    }

    /// Adds a label and a text behind it, the texts of one label width aligned.
    mutating func field(
        _ label: String, _ text: String, as meaning: TextStyle.Meaning? = nil,
        labelWidth: Int = 10, indentation: Int = 2, linkingTo place: SourceLocation? = nil
    ) {
        let padding = max(labelWidth - label.count, 1)
        paragraph(
            text, as: meaning, lead: label + String(repeating: " ", count: padding),
            leadMeaning: .quiet, indentation: indentation, linkingTo: place)
    }

    /// Adds a label and a command behind it, or below it where it would be broken, so that it can be
    /// pasted.
    mutating func field(
        _ label: String, command text: String, labelWidth: Int = 10, indentation: Int = 2
    ) {
        if indentation + max(labelWidth, label.count + 1) + text.count <= style.width {
            field(
                label, text, as: .command, labelWidth: labelWidth, indentation: indentation)
        } else {
            paragraph("", lead: label, leadMeaning: .quiet, indentation: indentation)
            command(text, indentation: indentation + 2)
        }
    }

    /// Adds a command on lines of its own, never broken, so that it can be pasted: a
    /// here-document stands at the margin, else nothing would end it.
    mutating func command(_ text: String, indentation: Int = 4) {
        let lines = text.pastedLines
        let isDocument = lines.count > 1 && text.contains("<<")
        block(lines.joined(separator: "\n"), indentation: isDocument ? 0 : indentation)
    }

    /// Adds lines as they are, empty ones too, never broken, so that they can be pasted.
    mutating func block(_ text: String, indentation: Int = 0) {
        let margin = String(repeating: " ", count: indentation)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(
                line.isEmpty ? "" : margin + style.show(String(line).printable, as: .command))
        }
    }

    /// The words of a text in lines of at most a number of columns; longer words stand alone.
    static func broken(_ text: String, at room: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > room {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " " + word
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }
}

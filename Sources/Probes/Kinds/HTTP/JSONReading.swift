import Redaction

/// Turns what a path led to in a JSON document into a reading.
struct JSONReading: Sendable {
    /// What the document is called in messages, such as `the answer`.
    let document: String
    /// What stands in front of the path in a condition's key, such as `json.`.
    let prefix: String
    /// How a value is shown, by the name it has in the document.
    let display: @Sendable (JSONValue, String) -> String

    init(
        document: String, prefix: String,
        display: @escaping @Sendable (JSONValue, String) -> String
    ) {
        self.document = document
        self.prefix = prefix
        self.display = display
    }

    /// Values are shown in short, texts whose name says secret only by their length.
    init(document: String, redactor: Redactor) {
        self.init(document: document, prefix: "json.") { value, name in
            let text = value.text
            if SecretName.isSecret(name), value.string != nil { return "\(text.count) characters" }
            let shown = Excerpt.line(of: text, limit: Excerpt.valueLength, redactor: redactor)
            return shown.isEmpty ? "\"\"" : shown
        }
    }

    /// The path that a condition's key names; `nil` where it is none.
    func path(of expectation: Expectation) -> JSONPath? {
        JSONPath(String(expectation.key.dropFirst(prefix.count)))
    }

    /// The reading of what was found.
    func reading(of found: JSONPath.Found, for expectation: Expectation) -> Reading {
        switch found {
        case .one(let value): return .value(observed(value, for: expectation))
        case .missing(let place):
            let isWhole = prefix + place == expectation.key || place.isEmpty
            return .missing(
                "is not in \(document)" + (isWhole ? "" : ", which has no \(place)"))
        case .each(let elements):
            // An element without the value meets `!=` and `!~` only, as a missing value does.
            if !expectation.comparison.isNegative,
                let first = elements.first(where: { $0.value == nil })
            {
                return .missing("is not in \(first.place) of \(document)")
            }
            return .values(
                elements.compactMap { element in
                    element.value.map { observed($0, for: expectation, subject: element.place) }
                })
        }
    }

    /// A value as measured and shown.
    func observed(
        _ value: JSONValue, for expectation: Expectation, subject: String? = nil
    ) -> ObservedValue {
        let name = expectation.key.split { ".[]\"'".contains($0) }.last.map(String.init) ?? ""
        return ObservedValue(
            value.text, number: value.exactNumber, display: display(value, name), subject: subject)
    }
}

extension JSONValue {
    /// The number, unless it is a whole one of so many digits that another would compare equal.
    var exactNumber: Double? {
        guard case .number(let digits) = self else { return nil }
        let isLong =
            digits.utf8.count > 15 && digits.utf8.allSatisfy { $0 != 0x2E && $0 | 0x20 != 0x65 }
        return isLong ? nil : Double(digits)
    }
}

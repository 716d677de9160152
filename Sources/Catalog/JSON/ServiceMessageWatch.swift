/// Watches a text go by for the openings of orders that build servers take anywhere in a line of
/// output: `##[error]` (GitHub's runner, `ActionCommand.TryParse`), `##vso[task.setvariable …]`
/// (Azure DevOps, "Logging commands"), `##teamcity[…]` (TeamCity, "Service Messages").
public struct ServiceMessageWatch {
    /// How many marks stand in a row, letters behind two of them not counted.
    private var marks = 0
    private var hasLetters = false

    /// Watches a text from its start.
    public init() {}

    /// Whether this scalar is the bracket that opens one.
    public mutating func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "#" {
            marks = hasLetters ? 1 : marks + 1
            hasLetters = false
            return false
        }
        if marks >= 2, ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) {
            hasLetters = true
            return false
        }
        defer { (marks, hasLetters) = (0, false) }
        return scalar == "[" && marks >= 2
    }

    /// The text with a blank where it keeps an order from being one.
    public static func withoutMessages(_ text: String.UnicodeScalarView) -> String {
        var watch = ServiceMessageWatch()
        var result = String.UnicodeScalarView()
        for scalar in text {
            if watch.isOpening(scalar) { result.append(" ") }
            result.append(scalar)
        }
        return String(result)
    }
}

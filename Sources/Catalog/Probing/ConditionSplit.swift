/// A `key<op>value` word taken apart at its first operator.
public struct ConditionSplit {
    /// What stands before the operator.
    public var key: String
    /// The operator; of two that start at the same place the longer one.
    public var comparison: Condition.Operator
    /// What stands behind it.
    public var value: String

    /// Takes a word apart; `nil` where it has no operator.
    ///
    /// An operator in brackets belongs to the key: `json.items[name=portal].state=running`.
    public init?(_ word: String) {
        let bytes = word.utf8
        let found = Self.firstOperator(in: bytes, skippingBrackets: true)
        guard let (range, comparison) = found ?? Self.firstOperator(in: bytes) else { return nil }
        key = String(word[..<range.lowerBound])
        self.comparison = comparison
        value = String(word[range.upperBound...])
    }

    /// Where the first operator stands.
    private static func firstOperator(
        in bytes: String.UTF8View, skippingBrackets: Bool = false
    ) -> (Range<String.Index>, Condition.Operator)? {
        var depth = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            let next = bytes.index(after: index)
            if skippingBrackets, byte == UInt8(ascii: "[") { depth += 1 }
            if skippingBrackets, byte == UInt8(ascii: "]") { depth -= 1 }
            let follower = next < bytes.endIndex ? bytes[next] : 0
            if depth <= 0, let (comparison, width) = comparison(byte, follower) {
                return (index..<bytes.index(index, offsetBy: width), comparison)
            }
            index = next
        }
        return nil
    }

    /// The operator that two bytes start with, and its width in bytes.
    private static func comparison(
        _ first: UInt8, _ second: UInt8
    ) -> (Condition.Operator, Int)? {
        switch (first, second) {
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): (.notEqual, 2)
        case (UInt8(ascii: "!"), UInt8(ascii: "~")): (.doesNotMatch, 2)
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): (.lessOrEqual, 2)
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): (.greaterOrEqual, 2)
        case (UInt8(ascii: "="), _): (.equal, 1)
        case (UInt8(ascii: "~"), _): (.matches, 1)
        case (UInt8(ascii: "<"), _): (.less, 1)
        case (UInt8(ascii: ">"), _): (.greater, 1)
        default: nil
        }
    }
}

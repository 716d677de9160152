/// A value of a prepared catalog.
///
/// Each type names its fields once, for the writer and the reader alike, so that the two agree.
protocol PreparedValue {
    /// A value to read into.
    static var blank: Self { get }

    /// Shows each field to the writer, which notes it, or to the reader, which sets it.
    mutating func pass(_ fields: inout some FieldPass)
}

/// What writes fields one after the other, or reads them in the same order.
protocol FieldPass {
    /// Whether fields are set rather than noted.
    var isReading: Bool { get }
    /// A whole number of at least 0.
    mutating func number(_ value: inout Int)
    /// A text.
    mutating func text(_ value: inout String)
    /// A text that is often the same as the last one passed here.
    mutating func repeatedText(_ value: inout String)
}

extension String: PreparedValue {
    static var blank: String { "" }

    mutating func pass(_ fields: inout some FieldPass) { fields.text(&self) }
}

extension Int: PreparedValue {
    static var blank: Int { 0 }

    mutating func pass(_ fields: inout some FieldPass) { fields.number(&self) }
}

extension Bool: PreparedValue {
    static var blank: Bool { false }

    mutating func pass(_ fields: inout some FieldPass) {
        var number = self ? 1 : 0
        fields.number(&number)
        self = number == 1
    }
}

extension Optional: PreparedValue where Wrapped: PreparedValue {
    static var blank: Wrapped? { nil }

    mutating func pass(_ fields: inout some FieldPass) {
        var isThere = self != nil
        isThere.pass(&fields)
        guard isThere else { return self = nil }
        var wrapped: Wrapped = self ?? Wrapped.blank
        wrapped.pass(&fields)
        self = wrapped
    }
}

extension Array: PreparedValue where Element: PreparedValue {
    static var blank: [Element] { [] }

    mutating func pass(_ fields: inout some FieldPass) {
        var count = count
        fields.number(&count)
        if fields.isReading {
            self = []
            reserveCapacity(count)
            for _ in 0..<count {
                var element = Element.blank
                element.pass(&fields)
                append(element)
            }
        } else {
            for index in indices { self[index].pass(&fields) }
        }
    }
}

extension Dictionary: PreparedValue where Key == String, Value: PreparedValue {
    static var blank: [String: Value] { [:] }

    mutating func pass(_ fields: inout some FieldPass) {
        // Sorted, so that the same catalog always comes out the same.
        var names = keys.sorted()
        names.pass(&fields)
        for name in names { self[name, default: .blank].pass(&fields) }
    }
}

extension PreparedValue where Self: RawRepresentable & CaseIterable, RawValue == String {
    mutating func pass(_ fields: inout some FieldPass) {
        var name = rawValue
        fields.text(&name)
        self = Self(rawValue: name) ?? self
    }
}

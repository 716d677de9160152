import Foundation
import Machine

/// Reads the fields of a JSON object, naming the place of what is missing; bundles come from
/// elsewhere, so that nothing in them is taken on trust.
struct FieldReader {
    /// The file, for failures.
    private let file: String
    /// The path of the object in it, such as `items[3]`.
    private let path: String
    private let value: JSONValue

    /// The greatest number that any field has: no run takes eleven days, in nanoseconds. Sums of
    /// many such numbers are still numbers.
    private static let greatestNumber = 1_000_000_000_000_000
    /// The last second of the year 9999, in seconds since 1970.
    private static let latestMoment = 253_402_300_799.0

    /// Reads a document.
    ///
    /// - Throws: ``RecordFailure`` for what is no JSON object of that schema.
    init(_ text: String, file: String, schema: String?) throws(RecordFailure) {
        do { value = try JSONValue(parsing: text) } catch {
            throw .notJSON(file: file, error)
        }
        self.file = file
        path = ""
        guard let schema else { return }
        let found = try self.text("schema")
        guard found == schema else {
            throw .unknownSchema(file: file, found, known: schema)
        }
    }

    private init(_ value: JSONValue, file: String, path: String) {
        self.value = value
        self.file = file
        self.path = path
    }

    /// Whether a field is there and not `null`.
    func has(_ name: String) -> Bool { value[name].map { $0 != .null } ?? false }

    /// A text.
    func text(_ name: String) throws(RecordFailure) -> String {
        guard let text = value[name]?.string else { throw failure(name, "text") }
        return text
    }

    /// A text, `nil` where it is `null` or missing.
    func optionalText(_ name: String) throws(RecordFailure) -> String? {
        has(name) ? try text(name) : nil
    }

    /// One of the values of a type.
    func choice<Choice: RawRepresentable<String>>(_ name: String) throws(RecordFailure) -> Choice {
        guard let choice = Choice(rawValue: try text(name)) else {
            throw failure(name, "known value")
        }
        return choice
    }

    /// A whole number that is not below zero.
    func number(_ name: String) throws(RecordFailure) -> Int {
        guard let number = value[name]?.int, (0...Self.greatestNumber).contains(number) else {
            throw failure(name, "whole number")
        }
        return number
    }

    /// A moment, in seconds since 1970.
    func moment(_ name: String) throws(RecordFailure) -> Date {
        guard let seconds = value[name]?.double, (0...Self.latestMoment).contains(seconds) else {
            throw failure(name, "moment")
        }
        return Date(timeIntervalSince1970: seconds)
    }

    /// `true` or `false`.
    func truth(_ name: String) throws(RecordFailure) -> Bool {
        guard let truth = value[name]?.bool else { throw failure(name, "truth") }
        return truth
    }

    /// A list of texts.
    func texts(_ name: String) throws(RecordFailure) -> [String] {
        guard let list = value[name]?.array else { throw failure(name, "list") }
        let texts = list.compactMap(\.string)
        guard texts.count == list.count else { throw failure(name, "list of texts") }
        return texts
    }

    /// A list of objects.
    func objects(_ name: String) throws(RecordFailure) -> [FieldReader] {
        guard let list = value[name]?.array else { throw failure(name, "list") }
        return list.enumerated().map { position, element in
            FieldReader(element, file: file, path: "\(place(of: name))[\(position)]")
        }
    }

    /// An object.
    func object(_ name: String) throws(RecordFailure) -> FieldReader {
        guard let member = value[name], member.object != nil else { throw failure(name, "object") }
        return FieldReader(member, file: file, path: place(of: name))
    }

    /// The names of all fields, sorted.
    var names: [String] { (value.object ?? [:]).keys.sorted() }

    private func place(of name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    private func failure(_ name: String, _ wanted: String) -> RecordFailure {
        .malformed(file: file, field: place(of: name), wants: wanted)
    }
}

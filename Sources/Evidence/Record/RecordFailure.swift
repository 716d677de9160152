import Machine

/// Why a document of a bundle can't be understood.
public enum RecordFailure: Error, Sendable, Hashable {
    /// It is no JSON.
    case notJSON(file: String, JSONFailure)
    /// It is of another form, perhaps of a newer version of the program.
    case unknownSchema(file: String, String, known: String)
    /// A field is missing or of another type.
    case malformed(file: String, field: String, wants: String)
    /// It is not there.
    case missing(file: String)
    /// Its end was cut off when the bundle was written.
    case cutOff(file: String)
    /// It is no runbook.
    case brokenRunbook(path: String)

    /// The failure in a few words.
    public var summary: String {
        switch self {
        case .notJSON(let file, let failure): "\(file) is \(failure.summary)"
        case .unknownSchema(let file, let schema, let known):
            "\(file) is of the form '\(schema)', which this version does not know: it reads \(known)"
        case .malformed(let file, let field, let wants):
            "\(file): \(field) is missing or no \(wants)"
        case .missing(let file): "the bundle has no \(file)"
        case .cutOff(let file): "\(file) was too long for the bundle and is cut off"
        case .brokenRunbook(let path): "\(path) can't be read as a runbook"
        }
    }
}

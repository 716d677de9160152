/// Where the content of a labelled field goes in an entry.
enum EntryField: UInt32, Hashable {
    /// What a person sees.
    case symptoms
    /// What people who meet the failure call it.
    case reports
    /// Why it happens.
    case causes
    /// What to look at.
    case checks
    /// What to do.
    case fixes
    /// What logs show.
    case signatures
    /// How bad it is.
    case severity
    /// Open, fixed, observed.
    case status
    /// How sure the cause is.
    case confidence
    /// The part of the system.
    case subsystem
    /// What only a person can answer.
    case questions
    /// How to see that the fix worked.
    case validation
    /// What speaks for the cause: code, settings, what was seen.
    case evidence
    /// Why no machine can test it.
    case unprobed
    /// What an alert means; a cause where it gives a reason.
    case meaning
    /// A table or list of what codes mean.
    case codes
    /// Kept under its label.
    case note

    /// Whether a heading with this field must be an entry: nothing else is written that way.
    var marksEntry: Bool {
        switch self {
        case .symptoms, .causes, .fixes, .checks, .signatures, .meaning: true
        default: false
        }
    }
}

/// Some of the fields, without the cost of hashing them.
struct EntryFieldSet: OptionSet {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Makes a set of fields.
    init(_ fields: some Sequence<EntryField>) {
        rawValue = fields.reduce(0) { $0 | 1 << $1.rawValue }
    }

    /// How many there are.
    var count: Int { rawValue.nonzeroBitCount }

    /// Whether a field is among them.
    func contains(_ field: EntryField) -> Bool { rawValue & 1 << field.rawValue != 0 }
}

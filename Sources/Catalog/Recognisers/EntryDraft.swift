import Markdown

/// An entry as a recogniser found it, before its content is sorted into fields.
struct EntryDraft {
    /// The title as plain text, a leading code still in it.
    var title: String
    /// The code spans of the title, which may quote an error message.
    var titleSpans: [String] = []
    /// Where the entry starts.
    var position: Position
    /// An explicit id, if the document gives one.
    var anchor: String?
    /// The content by label.
    var reading: FieldReading
    /// What content without a label means.
    var unlabelled: UnlabelledContent
    /// The name of the recogniser.
    var recogniser: String = ""
    /// Why it took the entry, in a few words.
    var reason: String = ""
}

/// What content without a label means in an entry.
enum UnlabelledContent {
    /// It describes the failure, and bullets are checks.
    case prose
    /// It says why and what to do, in that order.
    case explanation
}

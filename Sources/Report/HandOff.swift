/// What a hand-off note says beside the report of the run.
public struct HandOff: Sendable {
    /// A runbook that took part.
    public struct Source: Sendable, Hashable {
        /// The system.
        public var system: String
        /// The file as the user named it.
        public var file: String
        /// Enough of its digest to tell revisions apart.
        public var revision: String

        /// Makes one.
        public init(system: String, file: String, revision: String) {
            self.system = system
            self.file = file
            self.revision = revision
        }
    }

    /// Something the runbook asks to be handed over.
    public struct Item: Sendable, Hashable {
        /// What it is, in the runbook's words.
        public var text: String
        /// Where it stands in the bundle; empty where the bundle has nothing of the sort.
        public var places: [String]

        /// Makes one.
        public init(text: String, places: [String]) {
            self.text = text
            self.places = places
        }
    }

    /// What could not be captured, with why.
    public struct Lack: Sendable, Hashable {
        /// What it is.
        public var what: String
        /// Why.
        public var reason: String

        /// Makes one.
        public init(what: String, reason: String) {
            self.what = what
            self.reason = reason
        }
    }

    /// The report of the run.
    public var report: RunReport
    /// The version of the program that looked.
    public var version: String
    /// The bundle; `nil` where there is none.
    public var bundle: String?
    /// The runbooks.
    public var sources: [Source]
    /// What is to be handed over.
    public var items: [Item]
    /// What could not be captured.
    public var lacks: [Lack]

    /// Makes one.
    public init(
        of report: RunReport, version: String, bundle: String?, sources: [Source], items: [Item],
        lacks: [Lack]
    ) {
        self.report = report
        self.version = version
        self.bundle = bundle
        self.sources = sources
        self.items = items
        self.lacks = lacks
    }
}

import Foundation

/// What was found in some logs: known errors, and groups of unknown events.
public struct LogSurvey: Sendable {
    /// The lines of one log that have one signature.
    public struct Known: Sendable {
        /// The signature, by its place in the query.
        public var signature: Int
        /// The log.
        public var log: String
        /// The service or container that wrote them, where the log names one.
        public var service: String?
        /// How many lines there are.
        public var count: Int
        /// The first of them.
        public var first: LogSpot
        /// The last of them.
        public var last: LogSpot
    }

    /// Events that nobody knows, of one template.
    public struct Group: Sendable {
        /// What they have in common.
        public var template: MessageTemplate
        /// The worst level of any.
        public var level: LogLevel?
        /// The log of the first.
        public var log: String
        /// The service that wrote the first.
        public var service: String?
        /// How many there are.
        public var count: Int
        /// The first, with the lines that continue it.
        public var first: LogSpot
        /// When the last was written.
        public var lastTime: Date?
        /// Whether the log of better days has none of them; `nil` where none was given.
        public var isNew: Bool?
        /// Whether most of them came within a minute.
        public var isBurst: Bool

        /// Whether any of them is of level error or worse.
        public var isOfErrors: Bool { level.map { $0 >= .error } ?? false }
    }

    /// Those that came first in front.
    public var known: [Known] = []
    /// The most suspicious in front.
    public var groups: [Group] = []
    /// The lines with signatures, where they were asked for, each with its log.
    public var lines: [(log: String, spot: LogSpot)] = []
    /// How many lines were read.
    public var lineCount = 0
    /// How many of them have signatures.
    public var matchedLineCount = 0
    /// The logs that were read.
    public var logs: [String] = []
    /// The logs that could not be read, with why.
    public var failures: [(log: String, reason: String)] = []

    /// Makes an empty survey.
    public init() {}
}

extension LogSurvey.Group {
    /// Comes in front of another: new ones first, then bursts, then rare ones, then by level and
    /// number.
    func isMoreSuspicious(than other: LogSurvey.Group) -> Bool {
        func key(_ group: LogSurvey.Group) -> [Int] {
            [
                group.isNew == true ? 0 : 1, group.isBurst ? 0 : 1,
                group.count <= Self.rareCount ? 0 : 1,
                group.level.map { -(LogLevel.allCases.firstIndex(of: $0) ?? 0) } ?? 0,
                -group.count,
            ]
        }
        return key(self).lexicographicallyPrecedes(key(other))
    }

    /// What came no more often is rare.
    private static let rareCount = 3
}

extension LogSurvey {
    /// The survey with every text that comes from the logs changed.
    public func mappingTexts(_ change: (String) -> String) -> LogSurvey {
        var survey = self
        for index in survey.known.indices {
            survey.known[index].first.text = change(survey.known[index].first.text)
            survey.known[index].last.text = change(survey.known[index].last.text)
        }
        for index in survey.groups.indices {
            survey.groups[index].first.text = change(survey.groups[index].first.text)
            survey.groups[index].template = survey.groups[index].template.mapping(change)
        }
        for index in survey.lines.indices {
            survey.lines[index].spot.text = change(survey.lines[index].spot.text)
        }
        return survey
    }
}

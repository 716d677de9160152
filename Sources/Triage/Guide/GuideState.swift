import Foundation
import Machine

/// What is kept of a walk that somebody left: the answers, and nothing that was observed.
///
/// A JSON document of the schema `diagnose.guide/1`. Questions are named by where they stand and a
/// digest, so that the document holds no words of anybody's.
public struct GuideState: Sendable, Hashable {
    /// The systems that were walked through.
    public var systems: [String]
    /// The folder in which that was.
    public var directory: String
    /// When the last answer was given.
    public var saved: Date
    /// What was said, by the questions' ids.
    public var answers: [String: GuideAnswer]

    /// After so long answers are asked for anew, in seconds.
    public static let lifetime = 24.0 * 3600
    /// The most bytes of a document that are read.
    public static let sizeLimit = 1 << 20
    private static let schema = "diagnose.guide/1"

    /// Makes a state; what a person could not tell is asked again, so it is left out.
    public init(
        systems: [String], directory: String, saved: Date, answers: [String: GuideAnswer]
    ) {
        self.systems = systems
        self.directory = directory
        self.saved = saved
        self.answers = answers.filter { $0.value != .skip }
    }

    /// Reads a document; `nil` where it is none of this program's.
    public init?(parsing bytes: [UInt8]) {
        guard let document = try? JSONValue(parsing: bytes),
            document["schema"]?.string == Self.schema,
            let systems = document["systems"]?.array?.compactMap(\.string),
            let directory = document["directory"]?.string,
            let seconds = document["saved"]?.double, seconds.isFinite,
            let answers = document["answers"]?.object
        else { return nil }
        self.init(
            systems: systems, directory: directory, saved: Date(timeIntervalSince1970: seconds),
            answers: answers.compactMapValues { $0.string.flatMap(GuideAnswer.init) })
    }

    /// The document.
    public var document: String {
        JSONValue.object([
            "schema": .string(Self.schema),
            "systems": .array(systems.map(JSONValue.string)),
            "directory": .string(directory),
            "saved": .number("\(saved.timeIntervalSince1970.rounded())"),
            "answers": .object(answers.mapValues { .string($0.rawValue) }),
        ]).compactText + "\n"
    }

    /// The name of the file that keeps the answers of a walk: each folder has its own.
    public static func fileName(for systems: [String], in directory: String) -> String {
        let digest = GuideQuestion.digest(of: directory)
        return "guide-\(digest)-\(systems.joined(separator: "+")).json"
    }

    /// Whether its answers can still be taken for these systems in this folder.
    ///
    /// One that claims to come from the future was written by another clock.
    public func isGood(for systems: [String], in directory: String, at now: Date) -> Bool {
        let age = now.timeIntervalSince(saved)
        return isAbout(systems, in: directory) && age < Self.lifetime && age > -Self.lifetime
            && !answers.isEmpty
    }

    /// Whether it is about these systems in this folder.
    public func isAbout(_ systems: [String], in directory: String) -> Bool {
        self.systems == systems && self.directory == directory
    }
}

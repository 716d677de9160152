import Catalog
import Foundation
import Logs

/// What was found in logs as the JSON document `diagnose.logs/1`.
public enum LogsJSON {
    /// The document of a survey.
    public static func document(of survey: LogSurvey, knowing errors: KnownErrors) -> String {
        JSONText.object([
            ("schema", .string("diagnose.logs/1")),
            ("logs", .strings(survey.logs)),
            ("lines", .integer(survey.lineCount)),
            ("matchedLines", .integer(survey.matchedLineCount)),
            ("signatures", .array(survey.known.flatMap { known($0, knowing: errors) })),
            ("groups", .array(survey.groups.map(group))),
            ("failures", .array(survey.failures.map(failure))),
        ]).document
    }

    /// The document of the events that name one id.
    public static func document(
        of events: [LogCorrelator.Event], naming id: String,
        failures: [(log: String, reason: String)]
    ) -> String {
        JSONText.object([
            ("schema", .string("diagnose.logs/1")),
            ("correlate", .string(id)),
            (
                "events",
                .array(
                    events.map { event in
                        .object([
                            ("log", .string(event.log)), ("service", .optional(event.service)),
                            ("line", .integer(event.spot.line)), ("time", time(event.spot.time)),
                            ("text", .string(event.spot.text)),
                        ])
                    })
            ),
            ("failures", .array(failures.map(failure))),
        ]).document
    }

    /// A known error, once for each entry that it points to.
    private static func known(_ known: LogSurvey.Known, knowing errors: KnownErrors) -> [JSONText] {
        errors.entries[known.signature].map { entry in
            .object([
                ("entry", .string(entry.id)),
                ("signature", .string(errors.texts[known.signature])),
                ("log", .string(known.log)), ("service", .optional(known.service)),
                ("count", .integer(known.count)), ("first", spot(known.first)),
                ("last", spot(known.last)),
            ])
        }
    }

    private static func group(_ group: LogSurvey.Group) -> JSONText {
        .object([
            ("template", .string(group.template.text)), ("level", .optional(group.level?.rawValue)),
            ("log", .string(group.log)), ("service", .optional(group.service)),
            ("count", .integer(group.count)),
            (
                "first",
                .object([("line", .integer(group.first.line)), ("time", time(group.first.time))])
            ),
            ("last", .object([("line", .null), ("time", time(group.lastTime))])),
            ("sample", .string(group.first.text)),
            ("new", group.isNew.map(JSONText.boolean) ?? .null), ("burst", .boolean(group.isBurst)),
        ])
    }

    private static func spot(_ spot: LogSpot) -> JSONText {
        .object([
            ("line", .integer(spot.line)), ("time", time(spot.time)), ("text", .string(spot.text)),
        ])
    }

    private static func failure(_ failure: (log: String, reason: String)) -> JSONText {
        .object([("log", .string(failure.log)), ("reason", .string(failure.reason))])
    }

    private static func time(_ time: Date?) -> JSONText {
        .optional(time.map { LogMoment.text(of: $0, withDay: true) })
    }
}

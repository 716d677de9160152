import Catalog
import Machine

/// Turns what was seen of a file into readings of expectations.
struct FileReadings: Sendable {
    /// The file.
    let target: any FileTarget
    /// What is known of it.
    let attributes: Result<FileAttributes, FileObstacle>
    /// What stands in it; `nil` where no line asks.
    let content: Result<FileContent, FileObstacle>?
    /// What the readings may ask and must not show.
    let context: ProbeContext
    /// The request, for its options.
    let request: ProbeRequest
    /// The uptime by which the probe must be done.
    let end: Duration

    /// The observables that are about what stands in the file.
    static let contentKeys: Set<String> = [
        "contains", "match", "same-match", "same-as", "covers",
    ]

    /// Those that take another file.
    static let comparingKeys: Set<String> = ["same-match", "same-as", "covers"]

    /// The reading for an expectation.
    func reading(for expectation: Expectation) async -> Reading {
        switch attributes {
        case .failure(.absent(let reason)) where Self.comparingKeys.contains(expectation.key):
            return await reading(for: expectation, withoutFile: reason)
        case .failure(let obstacle): return reading(for: expectation.key, behind: obstacle)
        case .success(let attributes):
            switch expectation.key {
            case "readable": return await access(.readable, attributes)
            case "writable": return await access(.writable, attributes)
            case let key where Self.contentKeys.contains(key):
                return await reading(inContentFor: expectation)
            case let key: return reading(for: key, of: attributes)
            }
        }
    }

    private func reading(for key: String, behind obstacle: FileObstacle) -> Reading {
        switch (key, obstacle) {
        case ("exists", .absent(let reason)):
            .value(ObservedValue(false, display: "false: \(reason)"))
        case ("readable", .denied(let reason)), ("writable", .denied(let reason)):
            .value(ObservedValue(false, display: "false: \(reason)"))
        default: obstacle.reading
        }
    }

    private func reading(for key: String, of attributes: FileAttributes) -> Reading {
        switch key {
        case "exists": return .value(ObservedValue(true))
        case "kind": return .value(ObservedValue(attributes.kind.word))
        case "size":
            guard attributes.kind == .file else {
                return .failed("\(target.path) is a \(attributes.kind.noun), which has no size")
            }
            return .value(
                ObservedValue(attributes.size, display: AmountText.bytes(attributes.size)))
        case "mode":
            let octal = String(attributes.permissions, radix: 8)
            return .value(ObservedValue(attributes.modeText, labels: [octal]))
        case "owner":
            return .value(
                ObservedValue(
                    attributes.ownerName ?? "\(attributes.owner)",
                    labels: ["\(attributes.owner)"], display: attributes.ownerText))
        default: return age(attributes)
        }
    }

    private func age(_ attributes: FileAttributes) -> Reading {
        let seconds = max(0, context.world.clock.now.timeIntervalSince(attributes.modified))
        let text = Duration(clampingSeconds: seconds).shortText
        return .value(ObservedValue(text, number: seconds))
    }

    private func access(_ use: FileUse, _ attributes: FileAttributes) async -> Reading {
        do {
            switch try await target.access(use, attributes) {
            case .granted: return .value(ObservedValue(true))
            case .denied(let reason):
                return .value(ObservedValue(false, display: "false: \(reason)"))
            }
        } catch {
            return error.reading
        }
    }

    private func reading(inContentFor expectation: Expectation) async -> Reading {
        switch content {
        case nil: return .unknown("was not looked at")
        case .failure(let obstacle): return obstacle.reading
        case .success(let content):
            let search = FileSearch(
                content, context: context, pattern: request.option("pattern"), until: end)
            do throws(FileObstacle) {
                switch expectation.key {
                case "contains": return try await search.contains(expectation)
                case "match": return try await search.match()
                default: return await reading(for: expectation, search, content)
                }
            } catch {
                return error.reading
            }
        }
    }

    private func reading(
        for expectation: Expectation, _ search: FileSearch, _ content: FileContent
    ) async -> Reading {
        let other = other(in: expectation)
        do {
            let comparison = FileComparison(
                content, try await other.content(), path: target.path, otherPath: other.path,
                isNegative: expectation.comparison.isNegative, context: context)
            switch expectation.key {
            case "same-match": return try await search.sameMatches(comparison)
            case "same-as": return comparison.sameBytes
            default: return comparison.covers
            }
        } catch .absent(let reason) {
            return .unknown("\(reason): there is nothing to compare with")
        } catch {
            return .unknown(error.summary)
        }
    }

    /// A file that is not there fails, unless the project has no such pair of files at all.
    private func reading(
        for expectation: Expectation, withoutFile reason: String
    ) async -> Reading {
        let other = other(in: expectation)
        do {
            _ = try await other.attributes()
        } catch .absent {
            return .unknown("there is neither \(target.path) nor \(other.path)")
        } catch {}
        return .failed(reason)
    }

    private func other(in expectation: Expectation) -> MachineFile {
        MachineFile(expectation.value, in: context.world, within: request.timeout)
    }
}

extension FileKind {
    /// The word that a line states.
    fileprivate var word: String {
        switch self {
        case .file: "file"
        case .directory: "directory"
        case .other: "other"
        }
    }

    fileprivate var noun: String {
        switch self {
        case .file: "file"
        case .directory: "folder"
        case .other: "device, socket or pipe"
        }
    }
}

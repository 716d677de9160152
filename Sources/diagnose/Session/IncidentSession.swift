import Catalog
import Evidence
import Foundation
import Machine
import Triage

/// Replays the incidents of a folder.
struct IncidentSession: Sendable {
    /// The call.
    let invocation: Invocation
    /// Where the incidents stand.
    let folder: String
    /// The runbooks of today.
    let catalog: Catalog

    /// More than any sensible expectation takes, in bytes.
    private static let expectationLimit = 1 << 20

    /// What each incident came to.
    ///
    /// - Throws: ``UsageError`` for a folder that can't be read, or has none.
    func results() async throws(UsageError) -> [IncidentResult] {
        let places: [IncidentPlace]
        do { places = try IncidentPlace.all(in: folder, world: invocation.world) } catch {
            throw .unreadable(path: folder, reason: error.summary)
        }
        if places.isEmpty {
            throw .unreadable(path: folder, reason: "neither a bundle nor a folder of bundles")
        }
        var results: [IncidentResult] = []
        for place in places where !Interruption.happened {
            results.append(await result(of: place))
        }
        return results
    }

    private func result(of place: IncidentPlace) async -> IncidentResult {
        let replay: Replay
        do throws(UsageError) {
            let bundle = try await invocation.bundle(at: place.bundle)
            replay = try invocation.replay(of: bundle, at: place.bundle)
        } catch {
            return IncidentResult(name: place.name, outcome: .broken(error.message))
        }
        let systems = Set(catalog.runbooks.map(\.system))
        if let missing = replay.systems.first(where: { !systems.contains($0) }) {
            return IncidentResult(
                name: place.name, outcome: .broken("there is no runbook of \(missing)"))
        }
        let runbooks = replay.systems.flatMap { system in
            catalog.runbooks.filter { $0.system == system }
        }
        let judged = replay.judged(by: runbooks)
        var result = IncidentResult(
            name: place.name, outcome: .same,
            found: VerdictExpectation(of: Verdict(of: judged.record)),
            unrecorded: judged.unrecorded.map(\.text))
        compare(&result, at: place)
        return result
    }

    /// Compares what is said with what is expected, or writes it down as that.
    private func compare(_ result: inout IncidentResult, at place: IncidentPlace) {
        guard let found = result.found else { return }
        let isUpdate = invocation.arguments.has(.update)
        do throws(ExpectationFailure) {
            let expected = try expectation(at: place.expectation)
            result.expected = expected
            let differences = expected.differences(from: found)
            if differences.isEmpty { return }
            result.outcome = isUpdate ? .updated : .differs(differences)
        } catch {
            result.outcome = isUpdate && error.isMissing ? .updated : .broken(error.reason)
        }
        if result.outcome == .updated, let failure = write(found, to: place.expectation) {
            result.outcome = .broken(failure)
        }
    }

    /// Why there is no expectation.
    private struct ExpectationFailure: Error {
        var isMissing: Bool
        var reason: String
    }

    private func expectation(at path: String) throws(ExpectationFailure) -> VerdictExpectation {
        let bytes: [UInt8]
        do {
            bytes = try invocation.world.files.read(
                invocation.world.absolutePath(path), limit: Self.expectationLimit)
        } catch {
            throw ExpectationFailure(
                isMissing: true,
                reason: "\(path): \(error.summary); --update writes down what is said now")
        }
        do {
            return try IncidentExpectation.read(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw ExpectationFailure(isMissing: false, reason: "\(path): \(error.summary)")
        }
    }

    /// Writes an expectation down; tells why not where that fails.
    private func write(_ expectation: VerdictExpectation, to path: String) -> String? {
        do {
            let document = IncidentExpectation.document(of: expectation)
            try Data(document.utf8).write(
                to: URL(filePath: invocation.world.absolutePath(path)), options: .atomic)
            return nil
        } catch {
            return "cannot write '\(path)': \((error as NSError).localizedDescription)"
        }
    }
}

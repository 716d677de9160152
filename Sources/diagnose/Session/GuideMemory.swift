import Foundation
import Machine
import Triage

/// Keeps the answers of a guided triage on disk, so that it can be left and resumed.
struct GuideMemory: Sendable {
    /// The systems walked through.
    let systems: [String]
    private let world: World
    private let file: String?

    init(_ systems: [String], in world: World) {
        self.systems = systems
        self.world = world
        file = StateFolder(environment: world.environment)
            .file(GuideState.fileName(for: systems, in: world.workingDirectory))
    }

    /// What was left here, stale or not; `nil` where nothing was.
    func left() -> GuideState? {
        guard let file, let bytes = try? world.files.read(file, limit: GuideState.sizeLimit),
            let state = GuideState(parsing: bytes),
            state.isAbout(systems, in: world.workingDirectory), !state.answers.isEmpty
        else { return nil }
        return state
    }

    /// Whether what was left can still be taken.
    func isFresh(_ state: GuideState) -> Bool {
        state.isGood(for: systems, in: world.workingDirectory, at: world.clock.now)
    }

    /// Keeps the answers; says why not where that fails.
    func keep(_ answers: [String: GuideAnswer]) -> String? {
        guard let file else { return "neither HOME nor XDG_STATE_HOME names a folder" }
        let state = GuideState(
            systems: systems, directory: world.workingDirectory, saved: world.clock.now,
            answers: answers)
        do throws(FileFailure) {
            try PrivateFile.write(Array(state.document.utf8), to: file)
            return nil
        } catch {
            return error.summary
        }
    }

    /// Forgets them.
    func forget() {
        if let file { PrivateFile.remove(file) }
    }
}

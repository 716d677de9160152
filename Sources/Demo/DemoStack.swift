import Catalog
import Foundation

/// A small live-interpretation stack inside this process: a portal and a MediaMTX control API on
/// loopback ports, an env file and an alembic folder.
///
/// Servers and files are real; only what they serve is made up. Nothing is left behind by ``stop()``.
public final class DemoStack: Sendable {
    /// The folder with the env file and the migrations.
    public let directory: String
    /// The variables that the demo's runbook wants.
    public let variables: [String: String]

    private let portal: LoopbackServer
    private let mediaServer: LoopbackServer

    /// Starts the stack with at most one thing broken.
    ///
    /// - Throws: An error of the system where no port or folder can be had.
    public init(fault: DemoFault?) throws {
        let mediaServer = try LoopbackServer.start(
            handler: DemoMediaServer(
                unavailablePath: fault == .pathNotAvailable ? "summit/fr" : nil
            ).reply)
        if fault == .mediaServerDown { mediaServer.stop() }
        let portal: LoopbackServer
        do {
            portal = try LoopbackServer.start(
                handler: DemoPortal(fault: fault, reachesMediaServer: fault != .mediaServerDown)
                    .reply)
        } catch {
            mediaServer.stop()
            throw error
        }
        do {
            directory = try DemoFiles.write(fault: fault)
        } catch {
            mediaServer.stop()
            portal.stop()
            throw error
        }
        self.portal = portal
        self.mediaServer = mediaServer
        variables = [
            "PORTAL_URL": "http://127.0.0.1:\(portal.port)",
            "MEDIAMTX_API_URL": "http://127.0.0.1:\(mediaServer.port)",
        ]
    }

    /// Stops the servers and removes the folder.
    public func stop() {
        portal.stop()
        mediaServer.stop()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// The runbook that speaks of the stack.
    public static var runbook: RunbookSource {
        RunbookSource(file: "embedded:demo.md", bytes: PackageResources.demo_md)
    }
}

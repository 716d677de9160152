import Evidence

extension Invocation {
    /// Opens a bundle.
    ///
    /// - Throws: ``UsageError`` where it is none.
    func bundle(at path: String) async throws(UsageError) -> BundleReader {
        let world = world
        let opened = await Interruption.cancelling { () -> Result<BundleReader, BundleFailure> in
            do throws(BundleFailure) {
                return .success(try await BundleReader(path, in: world))
            } catch {
                return .failure(error)
            }
        }
        do { return try opened.get() } catch {
            if case .unreadable(_, let reason) = error {
                throw .unreadable(path: path, reason: reason)
            }
            throw .unreadable(path: path, reason: error.summary)
        }
    }

    /// The run that a bundle recorded.
    ///
    /// - Parameter path: Where the bundle was opened, for the failure.
    /// - Throws: ``UsageError`` where it holds none that can be read.
    func replay(of bundle: BundleReader, at path: String) throws(UsageError) -> Replay {
        do { return try Replay(bundle) } catch {
            throw .unreadable(path: path, reason: error.summary)
        }
    }
}

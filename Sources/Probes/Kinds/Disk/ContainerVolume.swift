import Machine

/// Asks for the room on a file system as a container sees it.
///
/// `stat -f` (GNU coreutils, busybox) gives the counts that `df` makes its table of, which neither
/// rounds nor cuts them, and which needs no mount point to be found.
enum ContainerVolume {
    /// The room at a path in the container.
    static func space(
        of path: String, _ programs: ServicePrograms
    ) async throws(FileObstacle) -> VolumeSpace {
        let service = programs.service
        let answer: ServicePrograms.Answer
        do {
            answer = try await programs.run([
                "stat", "-f", "-c", "%S %b %f %a %c %d", "--", path,
            ])
        } catch {
            throw .unknown(error.summary)
        }
        if answer.exitCode == 0, let space = space(answer.text) { return space }
        if answer.complaint.contains("No such file or directory") {
            throw .absent("\(path) does not exist in \(service)")
        }
        throw .unknown("`stat -f` of \(service) can't tell: \(answer.complaint)")
    }

    private static func space(_ line: String) -> VolumeSpace? {
        let counts = line.split(whereSeparator: \.isWhitespace).map { UInt64($0) }
        guard counts.count == 6, let size = counts[0], let blocks = counts[1],
            let free = counts[2], let available = counts[3], let inodes = counts[4],
            let freeInodes = counts[5]
        else { return nil }
        return VolumeSpace(
            blockSize: size, blocks: (blocks, free, available),
            inodes: (inodes, freeInodes, freeInodes))
    }
}

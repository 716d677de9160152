/// The runbooks that are part of the program.
public enum ShippedRunbooks {
    /// A runbook's file name and its text.
    public struct File: Sendable {
        /// The name in the folder `runbooks`.
        public var name: String
        /// The text in UTF-8.
        public var bytes: [UInt8]
    }

    /// Every shipped runbook, the fallback last.
    public static var all: [File] {
        [
            File(name: "voxbento.md", bytes: PackageResources.voxbento_md),
            File(name: "ratiba.md", bytes: PackageResources.ratiba_md),
            File(name: "room-sync.md", bytes: PackageResources.room_sync_md),
            File(name: "interview-platform.md", bytes: PackageResources.interview_platform_md),
            File(name: "alwrity.md", bytes: PackageResources.alwrity_md),
            File(name: "general.md", bytes: PackageResources.general_md),
        ]
    }
}

/// Where things stand in a bundle, below its one folder; the same names for who writes and who reads.
public enum BundleLayout {
    /// How the names of packed bundles end.
    static let archives = [".tar.gz", ".tgz"]

    /// What the bundle holds, with digests, and what could not be captured.
    public static let manifest = "manifest.json"
    /// What the verdict is computed from.
    public static let record = "record.json"
    /// The verdict as programs read it.
    public static let verdict = "verdict.json"
    /// The verdict as people read it.
    public static let summary = "verdict.md"
    /// The runbooks as they were, one file each.
    public static let runbooks = "runbooks"
    /// What the compose project looks like: its containers and its resolved configuration.
    public static let compose = "compose"
    /// The last lines of each service's log.
    public static let logs = "logs"
    /// The last commits and what has been changed since.
    public static let git = "git"
    /// The versions of everything asked.
    public static let versions = "versions.txt"
    /// The names of the environment's variables, their values only where they are no secrets.
    public static let environment = "environment.txt"
    /// What metrics addresses answered.
    public static let metrics = "metrics"
    /// What else the runbooks ask to capture.
    public static let collected = "collected"
    /// What the verdict must say, where someone keeps an unpacked bundle as a test; no part of it.
    public static let expectation = "expected.json"
}

/// One thing that `diagnose demo` can break.
public enum DemoFault: String, Sendable, Hashable, CaseIterable {
    /// Nothing listens on the MediaMTX port; the portal notices.
    case mediaServerDown = "media-server-down"
    /// The portal's health endpoint answers 503.
    case portalUnhealthy = "portal-unhealthy"
    /// The portal accepts connections and never answers.
    case portalHangs = "portal-hangs"
    /// `MEDIAMTX_WHIP_BASE` names a host that no browser can resolve.
    case internalMediaAddress = "internal-media-address"
    /// One path is not kept open while nobody publishes.
    case pathNotAvailable = "path-not-available"
    /// `ADMIN_PASSWORD` is empty.
    case emptyAdminPassword = "empty-admin-password"
    /// The migrations have two heads.
    case twoHeads = "two-heads"

    /// What was done to the stack, in one sentence without a full stop.
    public var story: String {
        switch self {
        case .mediaServerDown: "the media server was stopped"
        case .portalUnhealthy: "the portal answers its health check with 503"
        case .portalHangs: "the portal accepts connections and never answers"
        case .internalMediaAddress: "MEDIAMTX_WHIP_BASE points to a Docker-internal name"
        case .pathNotAvailable: "the path summit/fr lost its alwaysAvailable setting"
        case .emptyAdminPassword: "ADMIN_PASSWORD was left empty"
        case .twoHeads: "two branches each brought a migration, and nobody merged them"
        }
    }
}

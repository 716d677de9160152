import Catalog

/// The probe kinds in the order in which help lists them.
public enum ProbeRegistry {
    /// Every kind.
    public static let kinds: [any ProbeKind] = [
        HTTPProbe(), WebSocketProbe(), CORSProbe(), TLSProbe(), TCPProbe(), UDPProbe(),
        DNSProbe(), ComposeProbe(), ContainerProbe(), LogProbe(), EnvironmentProbe(),
        FileProbe(), DiskProbe(), GitProbe(), ProcessProbe(), JWTProbe(), AlembicProbe(),
        SQLProbe(), RedisProbe(), MediaMTXProbe(), ExecProbe(),
    ]

    /// The kind of that name.
    public static func kind(named name: String) -> (any ProbeKind)? {
        kinds.first { $0.schema.kind == name }
    }

    /// The names of all kinds.
    public static var names: [String] { kinds.map(\.schema.kind) }
}

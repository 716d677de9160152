extension Unicode.Scalar {
    /// Whether a terminal or a reader would be steered rather than shown something by it: C0, DEL
    /// and C1 controls, and the bidirectional controls of Unicode (UAX #9).
    public var isTerminalControl: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            true
        default: false
        }
    }
}

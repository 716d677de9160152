extension Unicode.Scalar {
    /// Whether a terminal or a reader would be steered rather than shown something by it: C0, DEL
    /// and C1 controls, bidirectional controls (UAX #9), line and paragraph separators, and signs
    /// that nobody sees and machines tell apart: no-break spaces of no width, soft hyphens, tags
    /// (The Unicode Standard, 23.2 and 23.9).
    public var isTerminalControl: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
            true
        case 0xAD, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}

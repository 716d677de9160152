/// Tells whether a text can be the name of a compose service.
enum ServiceName {
    /// What is wrong with a name; `nil` where nothing is.
    ///
    /// Compose's specification has `^[a-zA-Z0-9._-]+$`; one that begins with a dash would be an
    /// option where it stands among the arguments of a program.
    static func mistake(in name: String) -> String? {
        let isName =
            !name.isEmpty && !name.hasPrefix("-")
            && name.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                    || "._-".utf8.contains(byte)
            }
        return isName ? nil : "'\(PlainText.line(of: name, limit: 40))' is no name of a service"
    }
}

import Foundation
import Machine
import TestSupport
import Testing

/// Chromium without a window, with a folder and a profile of its own, which may use the clipboard.
struct Chromium {
    /// Whether Chromium and axe are there; says why not.
    static let isAvailable: Bool = {
        let keys = ["DIAGNOSE_TEST_CHROMIUM", "DIAGNOSE_TEST_AXE"]
        let missing = keys.filter { TestEnvironment.value($0) == nil }
        for key in missing {
            print("skipped, \(key): Tests/prepare has not found it, or has not run")
        }
        return missing.isEmpty
    }()

    /// Where the pages lie and what is made of them.
    let folder: TemporaryFolder

    /// What the system's preference of colours is called by Chromium's settings.
    enum Colours: Int {
        case dark = 0
        case light = 1
    }

    init() throws {
        folder = try TemporaryFolder()
        // 1 allows what would be asked for otherwise.
        try folder.write(
            "profile/Default/Preferences",
            #"{"profile": {"default_content_setting_values": {"clipboard": 1}}}"#)
    }

    /// How long a page may take, in milliseconds of its own clock, which goes on at once where nothing
    /// happens.
    private static let patience = 200_000

    /// Opens a page of the folder from disk and gives what the browser makes of it as HTML.
    func document(of page: String, _ flags: [String] = []) async throws -> String {
        let always = ["--virtual-time-budget=\(Self.patience)", "--dump-dom"]
        return try await open(page, always + flags).output
    }

    /// Makes a picture of a page and gives its bytes, which are PNG.
    func screenshot(of page: String, _ colours: Colours) async throws -> Data {
        try await file("screen.png", made: "--screenshot", of: page, Self.flags(for: colours))
    }

    /// Prints a page and gives the bytes, which are PDF.
    func paper(of page: String) async throws -> Data {
        try await file("paper.pdf", made: "--print-to-pdf", of: page, ["--no-pdf-header-footer"])
    }

    /// Runs a script in a copy of a page that lacks the policy against that, and gives its value.
    ///
    /// - Parameter script: The body of an asynchronous function.
    func value<Value: Decodable>(
        of script: String, in page: String, libraries: [String] = [], _ colours: Colours = .light
    ) async throws -> Value {
        let policy = #/<meta http-equiv="Content-Security-Policy"[^>]*>/#
        let scripts = libraries.map { "<script>\($0)</script>" }.joined()
        // Percent-encoded, the value is the same as text and as HTML.
        let ending = """
            \(scripts)<script>
            // Time would be over at once while the script waits for anything but a timer.
            const ticking = setInterval(() => {}, 4);
            (async () => { \(script) })().catch(error => String(error)).then(value => {
              clearInterval(ticking);
              const place = document.createElement("output");
              place.id = "value";
              place.textContent = encodeURIComponent(JSON.stringify(value));
              document.body.append(place);
            });
            </script></body>
            """
        let copy = try folder.text(of: page).replacing(policy, with: "")
            .replacing("</body>", with: ending)
        try folder.write("copy.html", copy)
        let document = try await document(of: "copy.html", Self.flags(for: colours))
        let match = document.firstMatch(of: #/<output id="value">([^<]*)</#)
        let json = match?.output.1.removingPercentEncoding
        return try JSONDecoder().decode(Value.self, from: Data(try #require(json).utf8))
    }

    private static func flags(for colours: Colours) -> [String] {
        ["--blink-settings=preferredColorScheme=\(colours.rawValue)"]
    }

    private func file(
        _ name: String, made flag: String, of page: String, _ flags: [String]
    ) async throws -> Data {
        let path = folder.path + "/" + name
        _ = try await open(page, flags + ["\(flag)=\(path)"])
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    private func open(_ page: String, _ flags: [String]) async throws -> CommandResult {
        let chromium = try #require(TestEnvironment.value("DIAGNOSE_TEST_CHROMIUM"))
        let always = [
            // Its sandbox wants more than root in a container has, and the pages are our own.
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update",
            "--disable-dev-shm-usage", "--user-data-dir=\(folder.path)/profile",
            "--window-size=1000,1400", "--hide-scrollbars",
            // Lets a page read the frame that it has, both being from disk.
            "--allow-file-access-from-files",
        ]
        let result = try await Program.run(
            chromium, always + flags + ["file://\(folder.path)/\(page)"], in: folder.path)
        try #require(result.exitCode == 0, "\(result.errorOutput.suffix(2000))")
        return result
    }
}

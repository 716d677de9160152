// swift-tools-version: 6.1

import PackageDescription

/// Set by `make release`: the Swift runtime is linked in, libcurl is not, and is loaded when needed.
let isStatic = Context.environment["DIAGNOSE_STATIC"] == "1"

/// What stands between libcurl and FoundationNetworking (`Sources/LateCurl/Guard.c`). A shared
/// FoundationNetworking finds it there only where the program shows it.
let guardedFunctions = [
    "curl_easy_cleanup", "curl_easy_init", "curl_easy_setopt", "curl_multi_add_handle",
    "curl_multi_info_read", "curl_url_get",
]
let showGuard = guardedFunctions.flatMap { ["-Xlinker", "--export-dynamic-symbol=\($0)"] }

/// The documents that programs read, each with its JSON Schema.
let documents = [
    "coverage", "diff", "events", "lint", "list", "logs", "rehearsal", "rules", "symptom", "test",
    "verdict",
]

let package = Package(
    name: "diagnose",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "diagnose", targets: ["diagnose"])],
    dependencies: [],
    targets: [
        .target(name: "Markdown"),
        .target(
            name: "LateCurl",
            linkerSettings: isStatic
                ? [] : [.unsafeFlags(showGuard, .when(platforms: [.linux]))]),
        .target(name: "Adoption"),
        .target(name: "Machine", dependencies: ["Adoption", "LateCurl"]),
        .target(name: "Redaction"),
        .target(name: "Catalog", dependencies: ["Markdown"]),
        .target(name: "Search", dependencies: ["Catalog"]),
        .target(name: "Logs", dependencies: ["Catalog", "Machine"]),
        .target(name: "Probes", dependencies: ["Catalog", "Logs", "Machine", "Redaction"]),
        .target(name: "Triage", dependencies: ["Catalog", "Machine", "Probes", "Redaction"]),
        .target(
            name: "Evidence",
            dependencies: ["Catalog", "Logs", "Machine", "Probes", "Redaction", "Triage"]),
        .target(
            name: "Report", dependencies: ["Catalog", "Logs", "Search", "Triage"],
            resources: documents.map { .embedInCode("Schemas/\($0).schema.json") }),
        .target(
            name: "Demo", dependencies: ["Catalog", "Machine"],
            resources: [.embedInCode("demo.md")]),
        .executableTarget(name: "prepare", dependencies: ["Catalog", "Search"]),
        .plugin(
            name: "PrepareRunbooks", capability: .buildTool(), dependencies: ["prepare"],
            path: "Sources/PrepareRunbooks"),
        .target(
            name: "runbooks", dependencies: ["Catalog", "Search"], path: "runbooks",
            exclude: [
                "alwrity.md", "general.md", "interview-platform.md", "ratiba.md", "room-sync.md",
                "voxbento.md",
            ],
            plugins: ["PrepareRunbooks"]),
        .executableTarget(
            name: "diagnose",
            dependencies: [
                "Catalog", "Demo", "Evidence", "Logs", "Machine", "Markdown", "Probes", "Redaction",
                "Report", "Search", "Triage", "runbooks",
            ]),
        .target(name: "TestSupport", path: "Tests/Support"),
        .target(
            name: "FuzzSubjects",
            dependencies: [
                "Catalog", "Evidence", "Logs", "Machine", "Markdown", "Probes", "Redaction",
                "Search",
                "Triage",
            ],
            path: "Tests/Fuzz/Subjects"),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzSubjects"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
        .testTarget(name: "MachineTests", dependencies: ["Demo", "Machine", "TestSupport"]),
        .testTarget(
            name: "RedactionTests", dependencies: ["Redaction", "Catalog", "runbooks"]),
        .testTarget(
            name: "CatalogTests", dependencies: ["Catalog", "Markdown", "runbooks"],
            exclude: ["Fixtures"]),
        .testTarget(name: "SearchTests", dependencies: ["Search", "Catalog", "runbooks"]),
        .testTarget(name: "LogsTests", dependencies: ["Logs", "Catalog", "Machine"]),
        .testTarget(
            name: "ProbesTests", dependencies: ["Probes", "Machine", "Demo", "TestSupport"]),
        .testTarget(name: "TriageTests", dependencies: ["Triage", "Machine"]),
        .testTarget(
            name: "ReportTests", dependencies: ["Logs", "Report", "TestSupport", "Triage"],
            exclude: ["Goldens"]),
        .testTarget(
            name: "EvidenceTests",
            dependencies: ["Evidence", "Machine", "Redaction", "TestSupport"]),
        .testTarget(name: "DemoTests", dependencies: ["Demo", "Machine"]),
        .testTarget(name: "diagnoseTests", dependencies: ["diagnose"]),
        .testTarget(
            name: "IntegrationTests",
            dependencies: ["Demo", "Machine", "Report", "TestSupport", "diagnose"],
            exclude: ["Hostile/Network", "Images", "Incidents", "Servers", "Stacks"]),
    ],
    swiftLanguageModes: [.v6]
)

/// Set by `make fuzz`: there is nothing but a program that gives inputs of libFuzzer to a subject, for
/// every other program would be linked with libFuzzer's `main` too.
if Context.environment["DIAGNOSE_FUZZ"] == "1" {
    let read = [
        "Adoption", "Catalog", "Evidence", "FuzzSubjects", "LateCurl", "Logs", "Machine",
        "Markdown", "Probes", "Redaction", "Search", "Triage",
    ]
    package.products = []
    package.targets.removeAll { !read.contains($0.name) }
    package.targets.append(
        .executableTarget(name: "fuzz", dependencies: ["FuzzSubjects"], path: "Tests/Fuzz/Driver"))
}

/// Set by `make sanitize`: the tests of single parts are there alone, and the thread sanitizer is told
/// what it can't see.
if let sanitizer = Context.environment["DIAGNOSE_SANITIZER"] {
    package.targets.removeAll { $0.name == "IntegrationTests" }
    if sanitizer == "thread" {
        package.targets.append(.target(name: "ThreadSanitizer", path: "Tests/ThreadSanitizer"))
        let machine = package.targets.first { $0.name == "MachineTests" }
        machine?.dependencies.append("ThreadSanitizer")
    }
}

if isStatic {
    // Whatever module is made with FoundationNetworking would link libcurl for it.
    let leaveCurlOut = ["-Xfrontend", "-disable-autolink-library", "-Xfrontend", "curl"]
    for target in package.targets where [.regular, .executable].contains(target.type) {
        target.swiftSettings = [.unsafeFlags(leaveCurlOut, .when(platforms: [.linux]))]
    }
}

import Testing

@testable import Catalog

@Suite("Signatures in prose")
struct SignatureFinderTests {
    @Test(
        "log and error text is taken",
        arguments: [
            "API key missing", "webhook.whatsapp signature_valid=False", "NotImplementedError",
            "intent_router no_route intent=<x>", "FAILED: No 'script_location' key found",
            "Starting {provider} transcription worker for booth {booth_id}",
            "Target database is not up to date", "errorCode: 500.002.1001", "expected hello",
        ])
    func taken(span: String) {
        #expect(SignatureFinder.looksLikeLog(span))
    }

    @Test(
        "commands, paths, addresses, settings and expressions are not",
        arguments: [
            "docker compose ps", "/healthz", "GET /api/x failed", "http://x y", "sessionId",
            "alwaysAvailable: true", "network_mode: host", "ingest_status == 'connected'",
            "backend/app/main.py", "ddl-auto=validate", "is_admin=True", "{\"a\": true}", "a b",
            "SELECT * FROM x",
        ])
    func notTaken(span: String) {
        #expect(!SignatureFinder.looksLikeLog(span))
    }
}

import Testing

@testable import Catalog

@Suite("Destructive remedies")
struct DestructiveCommandTests {
    @Test(
        "commands that destroy data are known",
        arguments: [
            "docker compose down -v", "docker-compose down --volumes", "docker volume rm x",
            "docker system prune -a", "docker volume prune", "rm -rf node_modules/", "rm -fr x",
            "psql -c \"DROP SCHEMA x CASCADE\"", "DROP TABLE a;", "drop database a",
            "git reset --hard HEAD~1", "git clean -fdx", "TRUNCATE users;", "DELETE FROM users;",
            "redis-cli FLUSHALL", "kubectl delete pvc data", "cd x && rm -r y",
        ])
    func destroys(command: String) {
        #expect(DestructiveCommand.destroys(command))
    }

    @Test(
        "commands that only look or restart are not",
        arguments: [
            "docker compose down", "docker compose restart x", "rm file", "git reset HEAD",
            "kubectl delete pod x", "docker compose ps", "SELECT * FROM drops", "echo down",
            "docker compose up -d", "docker volume ls", "rm -f x.log",
        ])
    func harmless(command: String) {
        #expect(!DestructiveCommand.destroys(command))
    }

    @Test(
        "words warn, too",
        arguments: [
            ("Warning: drops all data", true), ("This destroys data.", true),
            ("It deletes the index", true), ("Restart it", false), ("It removes the lock", false),
        ])
    func words(text: String, expected: Bool) {
        #expect(DestructiveCommand.isDestructive(text: text, commands: []) == expected)
    }
}

"""Runbooks for the benchmarks: ten entries each, in all the shapes that people write."""
import random

NOUNS = ("listener booth gateway worker queue cache token session upload webhook cluster broker ingester scheduler "
         "replica certificate tunnel exporter proxy registry bucket migration").split()
FAILURES = ("times out", "returns 502", "drops packets", "hangs at start", "loses messages", "refuses connections",
            "runs out of memory", "serves stale data", "restarts in a loop", "rejects the key", "fills the disk")
CAUSES = ("the pool is exhausted", "a migration did not run", "DNS points at the old host", "the clock drifted",
          "the certificate expired", "a firewall drops UDP", "the secret was rotated", "two writers race",
          "the volume is full", "the proxy buffers the stream")
FIXES = ("Restart the service: `docker compose restart {noun}`.", "Run `alembic upgrade head`.",
         "Raise `max_connections` and reload.", "Renew it with `certbot renew`.", "Open port 8189/udp.",
         "Delete the stale lock with `rm /run/{noun}.lock`.")
PROSE = ("Most of the time this starts after a deployment and not before. The first sign is in the dashboards, where the "
         "rate of requests falls while the time of each one grows; people call a few minutes later.")


class Entry:
    """The words of one failure."""

    def __init__(self, source, number):
        self.noun = source.choice(NOUNS)
        other = source.choice(NOUNS)
        self.title = f"{self.noun} {number} of {other} {source.choice(FAILURES)}"
        self.cause = f"{source.choice(CAUSES)} on {other}-{number % 97}"
        self.fix = source.choice(FIXES).replace("{noun}", self.noun)
        self.number = number


def table(entries):
    rows = [f"| {e.title} with `Error {e.number}: bad \\| gateway` | {e.cause} | {e.fix} |" for e in entries]
    return "## Problems\n\n| Symptom | Cause | Fix |\n|---|---|---|\n" + "\n".join(rows)


def fields(entries):
    return "\n\n".join(
        f"## {e.title}\n\n**Symptoms:** users see `error {e.number}: connection reset by {e.noun}` in the log. {PROSE}\n\n"
        f"**Cause:** {e.cause}.\n\n**Fix:**\n\n1. {e.fix}\n2. Watch the dashboard.\n\n"
        f"```sh\nkubectl -n prod logs deploy/{e.noun} --tail=50\n```" for e in entries)


def alerts(entries):
    return "\n\n".join(
        f"## {e.noun.title()}{e.number}Failing\n\n### Meaning\n\n{e.title}, because {e.cause}. {PROSE}\n\n### Impact\n\n"
        f"Calls fail.\n\n### Diagnosis\n\nRun `kubectl get pods`.\n\n### Mitigation\n\n{e.fix}" for e in entries)


def bullets(entries):
    return "## Common problems\n\n" + "\n".join(
        f"- **{e.noun} {e.number}: {e.title} fails.** {e.cause.capitalize()}. {e.fix}" for e in entries)


def questions(entries):
    return "\n\n".join(
        f"### Q: Why does it fail when {e.title}?\n\nIt happens when {e.cause}. {PROSE} {e.fix}" for e in entries)


def boxes(entries):
    return "## FAQ\n\n" + "\n\n".join(
        f"<details>\n<summary>Error: {e.title}</summary>\n\n{PROSE} This is due to this: {e.cause}.\n\n{e.fix}\n\n</details>"
        for e in entries)


SHAPES = [table, fields, alerts, bullets, questions, boxes]


def runbook(number):
    """The text of a runbook with ten entries; the same for the same number."""
    source = random.Random(number)
    entries = [Entry(source, number * 10 + index) for index in range(10)]
    noun = NOUNS[number % len(NOUNS)]
    head = (f"---\nsystem: system-{number}\ntitle: Runbook of {noun} {number}\nlast_verified: 2026-10-01\n---\n\n"
            f"# Troubleshooting {noun} {number}\n\nWhat goes wrong with it and what to do about it.\n\n")
    return head + SHAPES[number % len(SHAPES)](entries) + "\n"

"""Booths: one language of one event, and who transcribes it."""

import sqlalchemy as sa
from alembic import op

revision = "8b24e6f05c31"
down_revision = "3f1c9a7d2b10"


def upgrade() -> None:
    op.create_table(
        "booths",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("event_id", sa.Integer, sa.ForeignKey("events.id"), nullable=False),
        sa.Column("language_code", sa.String(8), nullable=False),
        sa.Column("transcription_enabled", sa.Boolean, nullable=False),
        sa.Column("transcription_provider", sa.String(40)),
        sa.Column("transcription_model", sa.String(80)),
    )


def downgrade() -> None:
    op.drop_table("booths")

"""Booths: one language of one event."""

import sqlalchemy as sa
from alembic import op

revision = "8b24e6f05c31"
down_revision = "3f1c9a7d2b10"


def upgrade() -> None:
    op.create_table(
        "booths",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("event_slug", sa.String(64), sa.ForeignKey("events.slug"), nullable=False),
        sa.Column("language_code", sa.String(8), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("booths")

"""Events, each with its slug, the name that listeners see, and whether external providers may transcribe it."""

import sqlalchemy as sa
from alembic import op

revision = "3f1c9a7d2b10"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("slug", sa.String(64), unique=True, nullable=False),
        sa.Column("display_name", sa.String(200), nullable=False),
        sa.Column("transcription_api_enabled", sa.Boolean, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("events")

"""Transcription settings of a booth."""

import sqlalchemy as sa
from alembic import op

revision = "c7d9031ea452"
down_revision = "8b24e6f05c31"


def upgrade() -> None:
    op.create_table(
        "transcriptions",
        sa.Column("booth_id", sa.Integer, sa.ForeignKey("booths.id"), primary_key=True),
        sa.Column("provider", sa.String(40), nullable=False),
        sa.Column("model", sa.String(80)),
    )


def downgrade() -> None:
    op.drop_table("transcriptions")

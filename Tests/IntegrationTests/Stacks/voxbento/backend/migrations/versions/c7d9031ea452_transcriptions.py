"""Transcriptions: what was said in a booth."""

import sqlalchemy as sa
from alembic import op

revision = "c7d9031ea452"
down_revision = "8b24e6f05c31"


def upgrade() -> None:
    op.create_table(
        "transcriptions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("booth_id", sa.Integer, sa.ForeignKey("booths.id"), nullable=False),
        sa.Column("caption", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("transcriptions")

"""Recordings. Put into the versions folder, it makes a second head beside the transcriptions."""

import sqlalchemy as sa
from alembic import op

revision = "e51b8c40d763"
down_revision = "8b24e6f05c31"


def upgrade() -> None:
    op.create_table(
        "recordings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("booth_id", sa.Integer, sa.ForeignKey("booths.id"), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("recordings")

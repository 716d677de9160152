"""The schema of the tenant demo: staff and their hours, payments, and checkpoints of conversations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import CreateSchema, DropSchema

revision = "6b92f04c8e17"
down_revision = "1d40b7e93a52"

TENANT = "tenant_demo"


def upgrade() -> None:
    op.execute(CreateSchema(TENANT))
    op.create_table("staff", sa.Column("id", sa.Integer, primary_key=True), schema=TENANT)
    op.create_table(
        "staff_schedules",
        sa.Column("staff_id", sa.Integer, sa.ForeignKey(f"{TENANT}.staff.id"), nullable=False),
        sa.Column("day_of_week", sa.Integer, nullable=False),
        sa.Column("start_time", sa.Time, nullable=False),
        sa.Column("end_time", sa.Time, nullable=False),
        schema=TENANT,
    )
    op.create_table(
        "payments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("checkout_request_id", sa.Text),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        schema=TENANT,
    )
    op.create_table("checkpoints", sa.Column("thread_id", sa.Text, nullable=False), schema=TENANT)


def downgrade() -> None:
    op.execute(DropSchema(TENANT, cascade=True))
